/**
 * The pages that a browser opens, made from a folder of result files; the templates hold no logic.
 */
@NullMarked
package dev.rollcall.report.page;

import org.jspecify.annotations.NullMarked;
