/**
 * The kinds of requests a run makes, and the judgement of each answer by what was asked. Success is
 * counted per presence asked for, not per answer with status 200.
 */
@NullMarked
package dev.rollcall.load.question;

import org.jspecify.annotations.NullMarked;
