package dev.rollcall.fake;

import dev.rollcall.contract.model.Seen;
import dev.rollcall.contract.model.Subject;
import dev.rollcall.definition.Combination;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.ClearPreference;
import dev.rollcall.presence.ClearSession;
import dev.rollcall.presence.MessageRules;
import dev.rollcall.presence.Presence;
import dev.rollcall.presence.ReadPath;
import dev.rollcall.presence.ReadRules;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.SetMessage;
import dev.rollcall.presence.SetPreference;
import dev.rollcall.presence.SetSession;
import dev.rollcall.presence.StatusMessage;
import dev.rollcall.presence.Visible;
import dev.rollcall.presence.Write;
import dev.rollcall.presence.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The fake's domain without HTTP, so that thousands of sequences take no time. */
final class RuledSubject implements Subject {
  private final Rules rules;
  private Instant now = Instant.parse("2027-03-04T05:06:07.089Z");
  private Presence facts = Presence.nothing(now);

  RuledSubject(Rules rules) {
    this.rules = rules;
  }

  @Override
  public int setSession(App app, Combination pair, Optional<Duration> life) {
    return write(new SetSession(Optional.of(app.name()), availability(pair), activity(pair), life));
  }

  @Override
  public int clearSession(App app) {
    return write(new ClearSession(Optional.of(app.name())));
  }

  @Override
  public int prefer(Combination pair, Optional<Duration> life) {
    return write(new SetPreference(availability(pair), activity(pair), life));
  }

  @Override
  public int clearPreference() {
    return write(new ClearPreference());
  }

  @Override
  public int say(String text, Optional<Duration> life) {
    return write(new SetMessage(text, false, life.map(now::plus), Optional.empty()));
  }

  @Override
  public void pass(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Seen read(Path path, Predicate<Seen> expected) {
    boolean mistaken = rules.reads().mistaken().contains(ReadPath.valueOf(path.name()));
    Visible visible = (mistaken ? Presence.nothing(now) : facts).moment(rules, now).visible();
    if (rules.reads().effect() == ReadRules.Effect.ENDS_SESSIONS && path != Path.BATCH) {
      List.of(App.values()).forEach(this::clearSession);
    }
    boolean shown = rules.messages().others() != MessageRules.Shown.NOTHING;
    return new Seen(
        200,
        Optional.of(
            new Combination(
                visible.pair().availability().text(), visible.pair().activity().text())),
        visible.message().filter(message -> shown).map(StatusMessage::content),
        "");
  }

  private int write(Write write) {
    Written written = write.to(facts, rules, now);
    facts = written.presence();
    return written
        .refusal()
        .map(
            refusal ->
                switch (refusal.kind()) {
                  case INVALID -> 400;
                  case NOT_FOUND -> 404;
                })
        .orElse(200);
  }

  private static Optional<Availability> availability(Combination pair) {
    return Availability.of(pair.availability());
  }

  private static Optional<Activity> activity(Combination pair) {
    return Activity.of(pair.activity());
  }
}
