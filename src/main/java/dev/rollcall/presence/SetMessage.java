package dev.rollcall.presence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sets the text beside a presence.
 *
 * @param content the text; an empty one clears
 * @param html whether the text is declared to be html
 * @param expiresAt may lie in the past: then nothing is shown
 * @param published the time of publication that the caller gave, which does not count
 */
public record SetMessage(
    String content, boolean html, Optional<Instant> expiresAt, Optional<Instant> published)
    implements Write {

  @Override
  public Optional<Refusal> refusal(Presence before, Rules rules) {
    return html && rules.messages().html() == MessageRules.Html.REFUSED
        ? Optional.of(Refusal.invalid("Only text is supported as ContentType."))
        : Optional.empty();
  }

  @Override
  public Presence change(Presence before, Rules rules) {
    MessageRules messages = rules.messages();
    if (messages.renewal() == MessageRules.Renewal.FIRST_STAYS && before.message().isPresent()) {
      return before;
    }
    Instant publishedAt =
        switch (messages.published()) {
          case THE_CALL -> before.at();
          case THE_REQUEST -> published.orElse(before.at());
        };
    boolean clears = content.isEmpty() && messages.empty() == MessageRules.Empty.CLEARS;
    Presence after =
        before.withMessage(
            Optional.of(new StatusMessage(kept(messages), publishedAt, expiresAt))
                .map(asked -> renewed(before.message(), asked, messages.renewal()))
                .filter(message -> !clears));
    return switch (messages.effect()) {
      case NONE -> after;
      case ENDS_SESSIONS -> after.withSessions(List.of());
      case ENDS_PREFERENCE -> after.withPreference(Optional.empty());
    };
  }

  private String kept(MessageRules messages) {
    return switch (messages.text()) {
      case AS_SENT -> content;
      case IN_ASCII -> content.replaceAll("[^\\x00-\\x7F]", "?");
      case A_HUNDRED_CHARACTERS -> content.substring(0, Math.min(100, content.length()));
    };
  }

  private static StatusMessage renewed(
      Optional<StatusMessage> first, StatusMessage asked, MessageRules.Renewal renewal) {
    if (first.isEmpty()) {
      return asked;
    }
    StatusMessage old = first.get();
    return switch (renewal) {
      case REPLACES_IT, FIRST_STAYS -> asked;
      case KEEPS_EXPIRY -> new StatusMessage(asked.content(), asked.publishedAt(), old.expiresAt());
      case KEEPS_PUBLISHED ->
          new StatusMessage(asked.content(), old.publishedAt(), asked.expiresAt());
      case IS_APPENDED ->
          new StatusMessage(
              old.content() + asked.content(), asked.publishedAt(), asked.expiresAt());
    };
  }
}
