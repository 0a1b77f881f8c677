package dev.rollcall.load.plan;

/**
 * That a profile goes beyond a limit on purpose, and what follows.
 *
 * @param clients how many refused lookups are repeated, each by a well-behaved client
 * @param patienceSeconds after which a client gives up
 */
public record Beyond(int clients, int patienceSeconds) {}
