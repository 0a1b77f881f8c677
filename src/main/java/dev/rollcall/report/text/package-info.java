/**
 * What pages, console and CI servers say alike: figures, standings, verdict lines, requests to
 * repeat.
 */
@NullMarked
package dev.rollcall.report.text;

import org.jspecify.annotations.NullMarked;
