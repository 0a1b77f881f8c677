package dev.rollcall.contract;

import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ids to ask for with one request. */
final class ManyIds {
  private static final int MOST = 650;

  /** Where users stand in a full list: servers that read in portions go wrong at the seams. */
  private static final List<Integer> PLACES = List.of(0, 399, MOST - 1);

  private ManyIds() {}

  /** Three users, this one first; fewer where fewer are named. */
  static Set<User> several(Graph graph, User first) {
    Set<User> users = new LinkedHashSet<>(Set.of(first));
    for (int i = 1; i < PLACES.size(); i++) {
      users.add(graph.anotherUser());
    }
    return users;
  }

  /**
   * As many ids as may be asked for, with these users at the first, the 400th and the last place:
   * ids of users where they are made for the asking, of nobody where people are only named.
   */
  static List<String> full(Graph graph, Collection<User> users) {
    List<String> ids = new ArrayList<>();
    while (ids.size() < MOST) {
      ids.add(graph.isOurs() ? graph.anotherUser().id() : nobody());
    }
    Iterator<Integer> places = PLACES.iterator();
    users.forEach(user -> ids.set(places.next(), user.id()));
    return ids;
  }

  static List<String> of(Collection<User> users) {
    return users.stream().map(User::id).toList();
  }

  /** An id that is nobody's. */
  static String nobody() {
    return UUID.randomUUID().toString();
  }
}
