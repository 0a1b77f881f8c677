package dev.rollcall.fake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A user with one writer: what was written, how far that came, and what was read of it. */
final class InterleavedUser {
  private final String id;
  // Set before the number of those begun says so.
  private final InterleavedState[] states;
  private volatile int begun;
  private final AtomicInteger known = new AtomicInteger();
  private final AtomicReference<String> number = new AtomicReference<>("");
  private final Map<String, String> numbered = new ConcurrentHashMap<>();

  /**
   * @param writes how many it may get
   */
  InterleavedUser(String id, int writes) {
    this.id = id;
    this.states = new InterleavedState[writes + 1];
    this.states[0] = InterleavedState.NOTHING;
  }

  /**
   * What every read that begins now has to show, or something later: the last write that was
   * answered or that a read has shown already, and the greatest sequence number read.
   */
  record Known(int write, String number) {}

  String id() {
    return id;
  }

  InterleavedState last() {
    return states[begun];
  }

  void begin(InterleavedState state) {
    states[begun + 1] = state;
    begun = begun + 1;
  }

  void end() {
    known.accumulateAndGet(begun, Math::max);
  }

  Known known() {
    return new Known(known.get(), number.get());
  }

  /**
   * @param before what was known when the read began
   * @throws AssertionError if no order of the writes lets it show that
   */
  void judge(JsonNode presence, Known before) {
    int newest = begun;
    String shown = InterleavedState.shownBy(presence);
    int write =
        IntStream.rangeClosed(before.write, newest)
            .filter(each -> states[each].shown().equals(shown))
            .findFirst()
            .orElse(-1);
    if (!presence.path("id").asString("").equals(id) || write < 0) {
      List<String> allowed =
          IntStream.rangeClosed(before.write, newest)
              .mapToObj(each -> states[each].shown())
              .toList();
      throw new AssertionError(presence + " is none of " + allowed + " of " + id);
    }
    judgeNumber(presence.path("sequenceNumber").asString(""), shown, before);
    known.accumulateAndGet(write, Math::max);
  }

  private void judgeNumber(String read, String shown, Known before) {
    if (read.compareTo(before.number) < 0) {
      throw new AssertionError("sequenceNumber " + read + " came after " + before.number);
    }
    String other = numbered.putIfAbsent(read, shown);
    if (other != null && !other.equals(shown)) {
      throw new AssertionError(
          "sequenceNumber %s stands for %s and for %s".formatted(read, other, shown));
    }
    number.accumulateAndGet(read, (one, another) -> one.compareTo(another) < 0 ? another : one);
  }
}
