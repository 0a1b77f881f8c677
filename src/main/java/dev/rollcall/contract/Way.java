package dev.rollcall.contract;

import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import java.util.ArrayList;
import java.util.List;

/** A call of an action, and the user whom it writes. */
record Way(Call call, User owner) {

  /**
   * The action on each path that may be tried, each on a user of its own, so that one read tells
   * what all of them did.
   *
   * @param user whom the first path that names a user writes
   */
  static List<Way> each(Graph graph, String action, User user) {
    List<Way> ways = new ArrayList<>();
    int paths = graph.calls(action, user).size();
    for (int path = 0; path < paths; path++) {
      boolean taken = ways.stream().anyMatch(way -> way.owner().equals(user));
      User next = taken ? graph.anotherUser() : user;
      Call call = graph.calls(action, next).get(path);
      ways.add(new Way(call, graph.owner(call, next)));
    }
    return ways;
  }

  static List<User> owners(List<Way> ways) {
    return ways.stream().map(Way::owner).toList();
  }

  @Override
  public String toString() {
    return call.toString();
  }
}
