package dev.rollcall.contract;

/** The second application that has a session of a user: the one place that knows how it writes. */
record OtherApp(Graph graph) {

  Reply sets(User user, Session session) {
    return graph.setPresence(user, session.from(graph.otherApp()));
  }

  Reply clears(User user) {
    return graph.clearPresence(user, graph.otherApp());
  }
}
