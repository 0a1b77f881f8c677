package dev.rollcall.load.plan;

import dev.rollcall.target.InvalidSetting;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * So many requests in any window of time, of one application in one tenant.
 *
 * @param operations those whose requests count; empty when all count
 */
public record Budget(String name, Set<String> operations, long requests, int windowSeconds) {
  public static final String READ_API = "read-api";
  public static final String PRESENCE = "presence";

  private static final String GET_PRESENCES = "getPresencesByUserId";
  private static final String GET_PRESENCE = "getPresence";
  private static final String SET_PRESENCE = "setPresence";
  private static final int WINDOW_SECONDS = 30;

  /**
   * The documented ones of that name: {@code read-api} is 1,500 requests for each of the two reads,
   * as their own pages say; {@code presence} is 10,000 over all, as the page on throttling says.
   *
   * @throws InvalidSetting if there are none
   */
  public static List<Budget> named(String name) {
    return switch (name) {
      case READ_API ->
          Stream.of(GET_PRESENCES, GET_PRESENCE)
              .map(operation -> new Budget(name, Set.of(operation), 1_500, WINDOW_SECONDS))
              .toList();
      case PRESENCE -> List.of(new Budget(name, Set.of(), 10_000, WINDOW_SECONDS));
      default ->
          throw new InvalidSetting(
              "there is no quota '" + name + "'; give " + READ_API + " or " + PRESENCE);
    };
  }

  /** How many requests a target counts of one errand; each part of a {@code $batch} is one. */
  int cost(Errand errand) {
    return switch (errand.kind()) {
      case BATCH -> one(GET_PRESENCES);
      case SINGLE -> one(GET_PRESENCE);
      case BUNDLE -> errand.size() * one(GET_PRESENCE);
      case WRITE -> one(SET_PRESENCE) + one(GET_PRESENCE);
    };
  }

  private int one(String operation) {
    return operations.isEmpty() || operations.contains(operation) ? 1 : 0;
  }

  /** Name and, where it is about some alone, operations. */
  String label() {
    return operations.isEmpty() ? name : name + " of " + String.join(" and ", operations);
  }
}
