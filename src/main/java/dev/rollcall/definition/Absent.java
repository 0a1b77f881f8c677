package dev.rollcall.definition;

/**
 * A page of v1.0 that another version lacks, and why.
 *
 * @param page such as {@code api/presence-clearlocation.md}
 */
record Absent(String page, String reason) {}
