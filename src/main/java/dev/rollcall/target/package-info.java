/**
 * What is under test: its service root, what it can do, who asks and how fast, which users may be
 * touched, whose clock it lives by. Settings are read here, once, and handed on as values. Knows
 * nothing of checks or of load.
 */
@NullMarked
package dev.rollcall.target;

import org.jspecify.annotations.NullMarked;
