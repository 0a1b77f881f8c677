package dev.rollcall.definition;

/** A statement that no check rests on, and why. */
public record Untestable(String statement, String reason) {}
