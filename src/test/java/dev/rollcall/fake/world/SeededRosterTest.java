package dev.rollcall.fake.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeededRosterTest {
  private static final int MANY = 200_000;

  private static int number(Roster roster, UUID id) {
    return roster.number(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  @Test
  void everyIdTellsItsNumberAndLooksRandom() {
    Roster roster = new SeededRoster(MANY);
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      UUID id = roster.id(i);
      assertEquals(i, number(roster, id), id.toString());
      assertEquals(4, id.version(), id.toString());
      assertEquals(2, id.variant(), id.toString());
      assertTrue(ids.add(id), id.toString());
    }
  }

  @Test
  void theNamedOnesAreWhoTheyWere() {
    assertEquals(
        "[5e1f0001-0a11-4c0d-8e55-000000000001, 5e1f0002-0a11-4c0d-8e55-000000000002]",
        new SeededRoster(2).named().toString());
  }

  @Test
  void idsOfNobodyHaveNoNumber() {
    Roster roster = new SeededRoster(MANY);
    assertEquals(-1, number(roster, new SeededRoster(MANY + 1).id(MANY)));
    assertEquals(-1, number(roster, UUID.fromString("5e1f0006-0a11-4c0d-8e55-000000000006")));
    assertEquals(-1, number(roster, new UUID(0, 0)));
    for (int bit = 0; bit < Long.SIZE; bit++) {
      UUID id = roster.id(650);
      long changed = 1L << bit;
      UUID high = new UUID(id.getMostSignificantBits() ^ changed, id.getLeastSignificantBits());
      UUID low = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ changed);
      assertEquals(-1, number(roster, high), high.toString());
      assertEquals(-1, number(roster, low), low.toString());
    }
  }
}
