package dev.rollcall.fake.call;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that the fake answered. Its body is not kept.
 *
 * @param at by the clock of the fake
 * @param path with its query
 * @param operation as the pages name it; empty when the path is none of the service
 */
public record FakeRequest(
    Instant at, String method, String path, int status, Optional<String> operation) {}
