package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.presence.ReadPath;
import dev.rollcall.presence.ReadRules;
import dev.rollcall.presence.Stamps;
import dev.rollcall.presence.WriteRules;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rule faults of what reads show. */
final class ReadFaults {
  private ReadFaults() {}

  static Stream<Fault> all() {
    return Stream.of(states(), batches()).flatMap(each -> each);
  }

  private static Stream<Fault> states() {
    return Stream.of(
        reads(
            "read-shows-another-user",
            "every read shows a stranger's state under the asked id",
            rules -> rules.withMistaken(Set.of(ReadPath.values()))),
        mistaken("me-shows-another-user", ReadPath.ME),
        mistaken("users-shows-another-user", ReadPath.USERS),
        mistaken("communications-shows-another-user", ReadPath.COMMUNICATIONS),
        mistaken("batch-shows-another-user", ReadPath.BATCH),
        reads(
            "read-ends-sessions",
            "reading a single presence ends its sessions",
            rules -> rules.withEffect(ReadRules.Effect.ENDS_SESSIONS)),
        reads(
            "sequence-falls",
            "the sequence number falls with every visible change",
            rules -> rules.withStamps(Stamps.FALL)),
        reads(
            "sequence-stands-still",
            "the sequence number never changes",
            rules -> rules.withStamps(Stamps.STAND_STILL)));
  }

  private static Stream<Fault> batches() {
    return Stream.of(
        reads(
            "limit-off-by-one-low",
            "getPresencesByUserId takes at most 649 ids",
            rules -> rules.withBatchLimit(rules.batchLimit() - 1)),
        reads(
            "limit-off-by-one-high",
            "getPresencesByUserId takes 651 ids",
            rules -> rules.withBatchLimit(rules.batchLimit() + 1)),
        reads(
            "limit-ignored",
            "getPresencesByUserId takes any number of ids",
            rules -> rules.withBatchLimit(Integer.MAX_VALUE)),
        reads(
            "repeated-ids-answered-each",
            "an id named twice is answered twice",
            rules -> rules.withRepeated(ReadRules.Repeated.ITEM_EACH)),
        reads(
            "unknown-ids-answered",
            "an id that is nobody's is answered with PresenceUnknown",
            rules -> rules.withUnknown(ReadRules.Unknown.PRESENCE_UNKNOWN)),
        reads(
            "unknown-ids-refused",
            "one id that is nobody's makes the whole request 404",
            rules -> rules.withUnknown(ReadRules.Unknown.REFUSED)),
        reads(
            "empty-ids-accepted",
            "a request for nobody is answered with no items",
            rules -> rules.withNone(ReadRules.None.NO_ITEMS)),
        new RuleFault(
            "null-ids-accepted",
            "a request without ids is answered with no items",
            rules -> rules.writes(writes -> writes.without(WriteRules.Member.IDS))));
  }

  private static Fault mistaken(String id, ReadPath path) {
    return reads(
        id,
        "a read on path " + path + " shows a stranger's state under the asked id",
        rules -> rules.withMistaken(Set.of(path)));
  }

  private static Fault reads(String id, String description, UnaryOperator<ReadRules> change) {
    return new RuleFault(id, description, rules -> rules.reads(change));
  }
}
