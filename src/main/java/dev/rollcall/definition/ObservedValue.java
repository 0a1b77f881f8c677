package dev.rollcall.definition;

/** A value seen live, or on older pages, that no current page lists: an entry of the ledger. */
public record ObservedValue(String property, String value, String source, String date) {}
