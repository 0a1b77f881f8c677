package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.presence.MessageRules;
import dev.rollcall.presence.SetMessage;
import dev.rollcall.presence.Write;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

/** What setStatusMessage is sent. */
final class MessageBodies implements Function<Call, Write> {

  @Override
  public Write apply(Call call) {
    MessageRules rules = call.rules().messages();
    Optional<Body> status = Body.of(call).having("statusMessage").object("statusMessage");
    Optional<Body> message = status.flatMap(each -> each.having("message").object("message"));
    String content = message.flatMap(each -> each.having("content").text("content")).orElse("");
    return new SetMessage(
        kept(content, call.faults()),
        message.map(MessageBodies::isHtml).orElse(false),
        status.flatMap(each -> each.object("expiryDateTime")).map(each -> expiry(each, rules)),
        status.flatMap(MessageBodies::published));
  }

  private static boolean isHtml(Body message) {
    return switch (message.text("contentType").orElse("text")) {
      case "text" -> false;
      case "html" -> true;
      default -> throw Refused.invalid("ContentType has no such value.");
    };
  }

  private static Instant expiry(Body expiry, MessageRules rules) {
    String dateTime =
        expiry.text("dateTime").orElseThrow(() -> Refused.invalid("DateTime is required."));
    String zone = expiry.text("timeZone").orElse("UTC");
    return switch (rules.zone()) {
      case HONOURED -> ZonedText.instant(dateTime, zone);
      case TAKEN_AS_UTC -> ZonedText.instant(dateTime, "UTC");
    };
  }

  // Read only, so what is sent here matters to nobody and cannot be wrong.
  private static Optional<Instant> published(Body status) {
    try {
      return Optional.ofNullable(status.json().get("publishedDateTime"))
          .filter(value -> value.isString())
          .map(value -> OffsetDateTime.parse(value.stringValue()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String kept(String content, ActiveFaults faults) {
    String kept = content;
    if (faults.has(Lapse.MESSAGE_ESCAPED)) {
      kept = kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
    if (faults.has(Lapse.MESSAGE_ASCII_ONLY)) {
      kept = kept.replaceAll("[^\\x00-\\x7f]", "?");
    }
    if (faults.has(Lapse.MESSAGE_ON_ONE_LINE)) {
      kept = kept.replaceAll("\\R", " ");
    }
    return faults.has(Lapse.MESSAGE_CUT) ? kept.substring(0, Math.min(100, kept.length())) : kept;
  }
}
