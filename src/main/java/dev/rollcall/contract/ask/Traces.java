package dev.rollcall.contract.ask;

import dev.rollcall.target.Capability;
import dev.rollcall.target.Users;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers which people's presence was written, so that it can be cleaned up in every ending. */
final class Traces {
  private static final Logger LOG = LoggerFactory.getLogger(Traces.class);
  private static final int NOTHING_THERE = 404;

  private final Users users;
  private final Map<String, Set<String>> operationsByUser = new LinkedHashMap<>();

  /** One request of the clean-up. */
  private record Step(String operation, Supplier<Reply> request) {}

  Traces(Users users) {
    this.users = users;
  }

  /**
   * Notes what is about to be written; users who are made for the run, or do not exist, need no
   * cleaning up.
   */
  synchronized void left(String user, String operation) {
    if (users.mayWrite(user) && !users.isTemporary(user)) {
      operationsByUser.computeIfAbsent(user, id -> new LinkedHashSet<>()).add(operation);
    }
  }

  /** How many users there are to clean up after. */
  synchronized int count() {
    return operationsByUser.size();
  }

  /**
   * Clears sessions, preferences and locations and lets status messages lapse. What was there
   * before cannot be read back from the API, hence not restored.
   */
  synchronized void wipe(Graph graph) {
    operationsByUser.forEach(
        (id, operations) ->
            steps(graph, new User(id), Set.copyOf(operations)).forEach(step -> take(step, id)));
    operationsByUser.clear();
  }

  private static List<Step> steps(Graph graph, User user, Set<String> operations) {
    List<Step> steps = new ArrayList<>();
    if (operations.contains("setPresence")) {
      steps.add(new Step("clearPresence", () -> graph.clearPresence(user)));
      if (graph.can(Capability.SECOND_APP)) {
        steps.add(new Step("clearPresence", () -> graph.clearPresence(user, graph.otherApp())));
      }
    }
    if (operations.contains("setUserPreferredPresence")) {
      steps.add(new Step("clearUserPreferredPresence", () -> graph.clearPreference(user)));
    }
    if (operations.contains("setStatusMessage")) {
      steps.add(new Step("setStatusMessage", () -> graph.letStatusMessageLapse(user)));
    }
    if (operations.contains("setManualLocation") || operations.contains("setAutomaticLocation")) {
      steps.add(new Step("clearLocation", () -> graph.clearLocation("clearLocation", user)));
    }
    return steps;
  }

  /** What goes wrong with one step keeps none of the others from being taken. */
  private static void take(Step step, String user) {
    try {
      int status = step.request().get().answer().status();
      if (status / 100 != 2 && status != NOTHING_THERE) {
        LOG.warn(
            "could not clean up after {}: {} was answered with {}", user, step.operation(), status);
      }
    } catch (RuntimeException e) {
      LOG.warn("could not clean up after {}: {}", user, e.getMessage());
    }
  }
}
