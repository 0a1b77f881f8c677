/**
 * Who is there, what is known of each, and the time they live in; with what they are shown as kept
 * ready, since one answer shows 650 of them.
 */
@NullMarked
package dev.rollcall.fake.world;

import org.jspecify.annotations.NullMarked;
