/**
 * What a run asks for and when: profiles and their shapes, users, quotas, the part of one machine
 * of many, and what has to hold. Nothing here knows how it went.
 */
@NullMarked
package dev.rollcall.load.plan;

import org.jspecify.annotations.NullMarked;
