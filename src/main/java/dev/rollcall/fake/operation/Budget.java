package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.GraphOperation;
import java.time.Duration;
import java.util.Optional;

/**
 * So many requests in so long a time, for each application and tenant.
 *
 * @param only the operation whose requests count; empty when all count
 */
public record Budget(Optional<GraphOperation> only, int requests, Duration window) {

  boolean concerns(GraphOperation operation) {
    return only.isEmpty() || only.get() == operation;
  }
}
