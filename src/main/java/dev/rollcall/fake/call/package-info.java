/**
 * One request and its answer: what was asked, by whom, which faults meet it, and what goes out. All
 * other rooms speak in these terms; nothing here knows who is there or what they do.
 */
@NullMarked
package dev.rollcall.fake.call;

import org.jspecify.annotations.NullMarked;
