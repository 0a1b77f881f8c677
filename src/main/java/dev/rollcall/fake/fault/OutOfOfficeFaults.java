package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.presence.LeaveOffice;
import dev.rollcall.presence.OutOfOfficeRules;
import dev.rollcall.presence.OutOfOfficeRules.Flag;
import dev.rollcall.presence.OutOfOfficeRules.InActivity;
import dev.rollcall.presence.OutOfOfficeRules.Message;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rule faults of being out of office. */
final class OutOfOfficeFaults {
  private OutOfOfficeFaults() {}

  static Stream<Fault> all() {
    return Stream.of(
        outOfOffice(
            "out-of-office-shown-always",
            "whoever is out of office shows it as activity, whatever the availability",
            rules -> rules.withActivity(InActivity.ALWAYS)),
        outOfOffice(
            "out-of-office-shown-never",
            "nobody shows out of office as activity",
            rules -> rules.withActivity(InActivity.NEVER)),
        outOfOffice(
            "out-of-office-flag-hidden",
            "nobody is said to be out of office",
            rules -> rules.withFlag(Flag.NEVER)),
        outOfOffice(
            "out-of-office-flag-needs-available",
            "only who is available is said to be out of office",
            rules -> rules.withFlag(Flag.WHEN_AVAILABLE)),
        outOfOffice(
            "out-of-office-flag-needs-message",
            "only who left a message is said to be out of office",
            rules -> rules.withFlag(Flag.WITH_A_MESSAGE)),
        outOfOffice(
            "out-of-office-message-hidden",
            "who is out of office shows no message",
            rules -> rules.withMessage(Message.HIDDEN)),
        new RuleFault(
            "out-of-office-not-noticed",
            "going out of office and coming back changes nothing",
            rules -> rules.writes(writes -> writes.ignoring(LeaveOffice.class))));
  }

  private static Fault outOfOffice(
      String id, String description, UnaryOperator<OutOfOfficeRules> change) {
    return new RuleFault(id, description, rules -> rules.outOfOffice(change));
  }
}
