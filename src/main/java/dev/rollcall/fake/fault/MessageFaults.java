package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.presence.MessageRules;
import dev.rollcall.presence.MessageRules.Shown;
import dev.rollcall.presence.SetMessage;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rule faults of the status message. */
final class MessageFaults {
  private MessageFaults() {}

  static Stream<Fault> all() {
    return Stream.of(
        messages(
            "html-message-accepted",
            "setStatusMessage takes html",
            rules -> rules.withHtml(MessageRules.Html.ACCEPTED)),
        messages(
            "status-message-never-expires",
            "a message stays beyond its expiry",
            rules -> rules.withEnd(MessageRules.End.NEVER)),
        messages(
            "status-message-without-expiry-expires",
            "every message is gone after an hour",
            rules -> rules.withEnd(MessageRules.End.WITHIN_AN_HOUR)),
        messages(
            "status-message-not-replaced",
            "a second message leaves the first",
            rules -> rules.withRenewal(MessageRules.Renewal.FIRST_STAYS)),
        messages(
            "status-message-ends-with-sessions",
            "a message is shown only while there is a session",
            rules -> rules.withEnd(MessageRules.End.WITH_THE_SESSIONS)),
        messages(
            "status-message-ends-preference",
            "setting a message ends the preference",
            rules -> rules.withEffect(MessageRules.Effect.ENDS_PREFERENCE)),
        messages(
            "status-message-ascii-only",
            "of a message only the letters of ASCII are kept",
            rules -> rules.withText(MessageRules.Text.IN_ASCII)),
        messages(
            "status-message-cut-short",
            "of a message only a hundred characters are kept",
            rules -> rules.withText(MessageRules.Text.A_HUNDRED_CHARACTERS)),
        messages(
            "status-message-expires-late",
            "a message stays a minute beyond its expiry",
            rules -> rules.withEnd(MessageRules.End.A_MINUTE_LATE)),
        messages(
            "status-message-expires-early",
            "a message goes a minute before its expiry",
            rules -> rules.withEnd(MessageRules.End.A_MINUTE_EARLY)),
        messages(
            "second-message-keeps-expiry",
            "a second message ends when the first would have",
            rules -> rules.withRenewal(MessageRules.Renewal.KEEPS_EXPIRY)),
        messages(
            "second-message-keeps-published",
            "a second message was published when the first was",
            rules -> rules.withRenewal(MessageRules.Renewal.KEEPS_PUBLISHED)),
        messages(
            "second-message-appended",
            "a second message follows the text of the first",
            rules -> rules.withRenewal(MessageRules.Renewal.IS_APPENDED)),
        messages(
            "status-message-changes-availability",
            "setting a message ends the sessions",
            rules -> rules.withEffect(MessageRules.Effect.ENDS_SESSIONS)),
        messages(
            "empty-message-kept",
            "an empty text is a message",
            rules -> rules.withEmpty(MessageRules.Empty.IS_A_MESSAGE)),
        messages(
            "message-zone-ignored",
            "the expiry is read as UTC, whatever its zone",
            rules -> rules.withZone(MessageRules.Zone.TAKEN_AS_UTC)),
        messages(
            "published-taken-from-request",
            "the time of publication is the one in the request",
            rules -> rules.withPublished(MessageRules.Published.THE_REQUEST)),
        messages(
            "published-shown-to-others",
            "another person's read shows the time of publication",
            rules -> rules.withOthers(Shown.TEXT_AND_PUBLISHED)),
        messages(
            "expiry-shown-to-others",
            "another person's read shows the expiry",
            rules -> rules.withOthers(Shown.TEXT_AND_EXPIRY)),
        messages(
            "message-hidden-from-others",
            "another person's read shows no message",
            rules -> rules.withOthers(Shown.NOTHING)),
        messages(
            "message-hidden-from-owner",
            "the owner's read shows no message",
            rules -> rules.withOwn(Shown.NOTHING)),
        messages(
            "published-hidden-from-owner",
            "the owner's read lacks the time of publication",
            rules -> rules.withOwn(Shown.TEXT_AND_EXPIRY)),
        messages(
            "expiry-hidden-from-owner",
            "the owner's read lacks the expiry",
            rules -> rules.withOwn(Shown.TEXT_AND_PUBLISHED)),
        new RuleFault(
            "set-status-message-changes-nothing",
            "setStatusMessage answers success and does nothing",
            rules -> rules.writes(writes -> writes.ignoring(SetMessage.class))));
  }

  private static Fault messages(String id, String description, UnaryOperator<MessageRules> change) {
    return new RuleFault(id, description, rules -> rules.messages(change));
  }
}
