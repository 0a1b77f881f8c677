package dev.rollcall.fake.fault;

import dev.rollcall.presence.Pair;
import java.util.HashSet;
import java.util.Set;

/** Sets of pairs with one cell turned over. */
final class Pairs {
  private Pairs() {}

  static Set<Pair> with(Set<Pair> pairs, Pair pair) {
    Set<Pair> all = new HashSet<>(pairs);
    all.add(pair);
    return all;
  }

  static Set<Pair> without(Set<Pair> pairs, Pair pair) {
    Set<Pair> rest = new HashSet<>(pairs);
    rest.remove(pair);
    return rest;
  }
}
