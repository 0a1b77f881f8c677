package dev.rollcall.contract;

import dev.rollcall.contract.wire.NoAnswer;
import dev.rollcall.target.Users;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers which people's presence was written, so that it can be cleaned up in every ending. */
final class Traces {
  private static final Logger LOG = LoggerFactory.getLogger(Traces.class);

  private final Users users;
  private final Map<String, Set<String>> operationsByUser = new LinkedHashMap<>();

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

  /**
   * Clears sessions and preferences and lets status messages lapse. What was there before cannot be
   * read back from the API, hence not restored.
   */
  synchronized void wipe(Graph graph) {
    operationsByUser.forEach((id, operations) -> wipe(graph, new User(id), operations));
    operationsByUser.clear();
  }

  private static void wipe(Graph graph, User user, Set<String> operations) {
    try {
      if (operations.contains("setPresence")) {
        graph.clearPresence(user);
        graph.clearPresence(user, graph.otherApp());
      }
      if (operations.contains("setUserPreferredPresence")) {
        graph.clearPreference(user);
      }
      if (operations.contains("setStatusMessage")) {
        graph.letStatusMessageLapse(user);
      }
    } catch (NoAnswer e) {
      LOG.warn("could not clean up after {}: {}", user.id(), e.getMessage());
    }
  }
}
