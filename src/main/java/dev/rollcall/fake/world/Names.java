package dev.rollcall.fake.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Names for people whom nobody named, the same for one id in every run. */
public final class Names {
  private static final List<String> FIRST =
      List.of(
          "Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farah", "Goran", "Hana", "Ingrid", "Jonas",
          "Kofi", "Leila", "Mateo", "Nadia", "Oskar", "Priya", "Quentin", "Rosa", "Sven", "Tomoko");
  private static final List<String> LAST =
      List.of(
          "Almeida",
          "Berg",
          "Castillo",
          "Dubois",
          "Eriksen",
          "Fischer",
          "Gupta",
          "Horvat",
          "Ibrahim",
          "Jansen",
          "Kowalski",
          "Lindqvist",
          "Moreau",
          "Nakamura",
          "Okafor",
          "Petrov",
          "Quiroga",
          "Rossi",
          "Santos",
          "Tanaka");

  private Names() {}

  public static String of(UUID id) {
    SplittableRandom random =
        new SplittableRandom(id.getLeastSignificantBits() ^ id.getMostSignificantBits());
    return FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
  }
}
