package dev.rollcall.contract.ask;

/** A user whose presence a check may read, and write if it needs WRITE. */
public record User(String id) {}
