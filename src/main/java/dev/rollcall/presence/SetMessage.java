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
          case THE_FIRST_CALL ->
              before.message().map(StatusMessage::publishedAt).orElse(before.at());
        };
    boolean clears = content.isEmpty() && messages.empty() == MessageRules.Empty.CLEARS;
    Presence after =
        before.withMessage(
            Optional.of(new StatusMessage(kept(messages), publishedAt, end(before, messages)))
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

  private Optional<Instant> end(Presence before, MessageRules messages) {
    return messages.renewal() == MessageRules.Renewal.KEEPS_EXPIRY
        ? before.message().flatMap(StatusMessage::expiresAt).or(() -> expiresAt)
        : expiresAt;
  }
}
