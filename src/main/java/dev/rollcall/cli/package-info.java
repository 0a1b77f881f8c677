/**
 * The command line: one class per sub-command, options generated from {@link
 * dev.rollcall.target.Setting}. Turns bad input into one sentence and an exit code.
 */
@NullMarked
package dev.rollcall.cli;

import org.jspecify.annotations.NullMarked;
