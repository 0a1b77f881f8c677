package dev.rollcall.fake;

import dev.rollcall.presence.Moment;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.Rules;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person as others see them for a span of time: all but the id and the sequence number stands
 * in a {@link Stencil}, which everybody has who looks alike. 650 of these are looked at for one
 * answer, in no order: each fits into a line of the processor's cache, and a stencil stays there.
 */
final class Item {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final @Nullable Presence facts;
  private final @Nullable Rules rules;
  private final Stencil stencil;
  private final long from;
  private final long until;
  // The sequence number: its first eight characters, and its last four.
  private final long head;
  private final int tail;

  /** For one answer: it holds at no other instant. */
  Item(Moment moment, Stencil stencil) {
    this(null, null, moment, stencil);
  }

  Item(@Nullable Presence facts, @Nullable Rules rules, Moment moment, Stencil stencil) {
    this.facts = facts;
    this.rules = rules;
    this.stencil = stencil;
    this.from = nanos(moment.from());
    this.until = nanos(moment.until());
    byte[] number = moment.sequenceNumber().getBytes(StandardCharsets.US_ASCII);
    this.head = (long) EIGHT.get(number, 0);
    this.tail = (int) FOUR.get(number, number.length - Integer.BYTES);
  }

  /** An instant as a number that can be compared; the far ends of time are as far as it goes. */
  static long nanos(Instant instant) {
    long seconds = instant.getEpochSecond();
    long most = Long.MAX_VALUE / 1_000_000_000;
    if (Math.abs(seconds) >= most) {
      return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return seconds * 1_000_000_000 + instant.getNano();
  }

  /** Whether it is still what the facts and rules make of that instant. */
  boolean holds(Presence currentFacts, Rules currentRules, long now) {
    return facts == currentFacts && rules == currentRules && from <= now && now < until;
  }

  int length() {
    return stencil.length();
  }

  /** Puts it there, for the person of that id; where it ends. */
  int put(long high, long low, byte[] all, int at) {
    int end = stencil.put(all, at);
    Guid.write(high, low, all, Stencil.id(at));
    int number = Stencil.numberEnd(end);
    EIGHT.set(all, number - stencil.numberLength(), head);
    FOUR.set(all, number - Integer.BYTES, tail);
    return end;
  }

  /** It alone. */
  byte[] bytes(UUID id) {
    byte[] bytes = new byte[length()];
    put(id.getMostSignificantBits(), id.getLeastSignificantBits(), bytes, 0);
    return bytes;
  }
}
