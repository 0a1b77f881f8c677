package dev.rollcall.contract;

/**
 * A line of the result.
 *
 * @param id of the check
 * @param version of the API in which it was to run
 */
record Row(String id, String version) {}
