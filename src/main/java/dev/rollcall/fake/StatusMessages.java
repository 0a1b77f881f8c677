package dev.rollcall.fake;

import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Span;
import dev.rollcall.presence.StatusMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Setting a user's status message. */
record StatusMessages() implements Handler {

  @Override
  public Answer answer(Call call, World world, Rules rules) {
    Account account = Handler.subject(call, world);
    call.requireMethod();
    Optional<StatusMessage> message = message(Body.of(call).json(), call, rules);
    account.change(facts -> facts.say(message, call.now(), rules));
    return Answer.done();
  }

  /** Empty where the message is to be removed: an empty text does that. */
  private static Optional<StatusMessage> message(JsonNode body, Call call, Rules rules) {
    JsonNode given = body.path("statusMessage");
    if (given.isNull()) {
      return Optional.empty();
    }
    if (!given.isObject()) {
      throw Refusal.badRequest("[statusMessage]: the field is required.");
    }
    JsonNode text = given.path("message");
    if (!text.isObject() || !text.path("content").isString()) {
      throw Refusal.badRequest("[statusMessage.message.content]: a string is needed.");
    }
    String type = text.path("contentType").asString("text");
    boolean html = rules.decision(Decision.Html.class) == Decision.Html.KEPT_AS_HTML;
    if (!type.equalsIgnoreCase("text") && !(html && type.equalsIgnoreCase("html"))) {
      throw Refusal.badRequest("[statusMessage.message.contentType]: only text is supported.");
    }
    String content = text.get("content").asString();
    return content.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StatusMessage(
                content,
                type.toLowerCase(java.util.Locale.ROOT),
                expiry(given.path("expiryDateTime")),
                published(given, call, rules)));
  }

  private static Instant published(JsonNode given, Call call, Rules rules) {
    Instant shown = call.now().plus(rules.span(Span.PUBLISHED_EXTRA));
    return switch (rules.decision(Decision.Published.class)) {
      case CLOCK -> shown;
      case REQUEST ->
          given.path("publishedDateTime").isString()
              ? OffsetDateTime.parse(given.get("publishedDateTime").asString()).toInstant()
              : shown;
    };
  }

  private static Optional<Instant> expiry(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = LocalDateTime.parse(given.path("dateTime").asString(""));
      return Optional.of(
          local.atZone(TimeZones.of(given.path("timeZone").asString("UTC"))).toInstant());
    } catch (DateTimeException e) {
      throw Refusal.badRequest(
          "[statusMessage.expiryDateTime]: a dateTime without offset and a known timeZone are needed.");
    }
  }
}
