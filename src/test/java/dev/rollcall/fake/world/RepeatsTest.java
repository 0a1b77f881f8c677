package dev.rollcall.fake.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {
  private static final Roster ROSTER = new SeededRoster(500);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 64, 65, 650, 5_000})
  void anIdIsRepeatedWhenItCameBeforeOnTheRosterOrNot(int count) {
    Random random = new Random(count);
    List<UUID> asked =
        Stream.generate(() -> random.nextInt(1_000))
            .limit(count)
            .map(each -> each < ROSTER.size() ? ROSTER.id(each) : new UUID(each, each % 3))
            .toList();
    BitSet repeated = Repeats.in(RequestedIds.of(asked, ROSTER));
    Set<UUID> before = new HashSet<>();
    for (int i = 0; i < count; i++) {
      assertEquals(!before.add(asked.get(i)), repeated.get(i), asked.get(i) + " at " + i);
    }
  }
}
