package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.ME;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.rollcall.contract.ask.Bodies;
import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** When a status message was set, and when it goes. Reads stand half a minute off every edge. */
class StatusMessageTimeContract {
  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final Duration MARGIN = ofSeconds(30);

  /** From half a minute before an edge to half a minute after it. */
  private static final Duration ACROSS = ofMinutes(1);

  @Tags({@Tag("setStatusMessage"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("ME")})
  @Check(
      id = "setStatusMessage.published",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-152",
      needs = {WRITE, ME},
      witness = "published-hidden-from-owner",
      hint = "is the time of the call taken, in UTC?")
  void the_own_read_shows_when_it_was_published(Graph graph, TargetClock clock) {
    requirePublishedNow(graph, clock);
  }

  @Tags({@Tag("setStatusMessage"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("ME"), @Tag("CLOCK")})
  @Check(
      id = "setStatusMessage.published-anew",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-152",
      needs = {WRITE, ME, CLOCK},
      witness = "second-message-keeps-published",
      hint = "is the time of the call taken each time?")
  void a_message_that_is_set_again_is_published_again(Graph graph, TargetClock clock) {
    graph.setStatusMessage(graph.me(), "Just now").is(200);
    clock.advance(ofHours(3));
    requirePublishedNow(graph, clock);
  }

  @Tags({@Tag("setStatusMessage"), @Tag("MUST"), @Tag("WRITE"), @Tag("ME")})
  @Check(
      id = "setStatusMessage.expiry",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-148", "S-153"},
      needs = {WRITE, ME},
      witness = "message-zone-ignored",
      hint = "the zone may change on the way back, the instant may not")
  void an_expiry_is_accepted_and_read_back_as_the_same_instant(Graph graph, TargetClock clock) {
    // At noon, and in a zone that the page's own example names: no clock is put forward or back
    // then.
    ZonedDateTime noon = clock.instant().atZone(PACIFIC).plusDays(2).with(LocalTime.NOON);
    ZonedDateTime nextYear = noon.plusYears(1);
    Matrix.over(
        graph.isOurs()
            ? List.of(nextYear.withDayOfYear(20), nextYear.withDayOfYear(200))
            : List.of(noon),
        expiry -> {
          LocalDateTime local = expiry.toLocalDateTime();
          graph
              .setStatusMessage(
                  graph.me(), until("Until later", local + ":00", "Pacific Standard Time"))
              .is(200);
          requireExpiry(graph.asMe().presence(graph.me()), expiry.toInstant());
        });
  }

  @Tags({@Tag("setStatusMessage"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setStatusMessage.lapses",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = {"S-154", "S-048"},
      needs = {WRITE, CLOCK},
      witness = "status-message-never-expires",
      hint = "is it the expiry of the last message that counts?")
  void after_its_expiry_the_message_is_gone(Graph graph, User user, TargetClock clock) {
    Instant start = clock.instant();
    graph.setStatusMessage(user, "For three hours", start.plus(ofHours(3))).is(200);
    graph.setStatusMessage(user, "For two hours", start.plus(ofHours(2))).is(200);
    clock.advance(ofHours(2).minus(MARGIN));
    requireContent(graph, user, "For two hours");
    clock.advance(ACROSS);
    requireNone(content(graph.presence(user)));
  }

  @Tags({@Tag("setStatusMessage"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setStatusMessage.lapses-in-its-zone",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = {"S-154", "S-148", "S-158", "S-159"},
      needs = {WRITE, CLOCK},
      witness = "message-zone-ignored",
      hint = "is the expiry read in the zone that was sent with it?")
  void the_message_is_gone_when_its_hour_has_come_in_its_zone(
      Graph graph, User user, TargetClock clock) {
    // Both have the same hours all year round; one is ahead of UTC, one behind, and each has the
    // kind of name that callers use.
    Map<User, String> texts = new LinkedHashMap<>();
    Matrix.over(
        List.of("Tokyo Standard Time", "Pacific/Honolulu"),
        List.of(ZoneId.of("Asia/Tokyo"), ZoneId.of("Pacific/Honolulu")),
        (name, zone) -> {
          User owner = texts.isEmpty() ? user : graph.anotherUser();
          String local = SEVEN_DIGITS.format(clock.instant().plus(ofHours(1)).atZone(zone));
          graph.setStatusMessage(owner, until("By " + name, local, name)).is(200);
          texts.put(owner, "By " + name);
        });
    clock.advance(ofHours(1).minus(MARGIN));
    Reading.says(graph, texts);
    clock.advance(ACROSS);
    Reading.judge(
        graph,
        texts.keySet(),
        reading -> Matrix.over(texts.entrySet(), each -> requireNone(reading.text(each.getKey()))));
  }

  @Tags({@Tag("setStatusMessage"), @Tag("MUST"), @Tag("WRITE"), @Tag("CLOCK")})
  @Check(
      id = "setStatusMessage.stays",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-149",
      needs = {WRITE, CLOCK},
      witness = "status-message-without-expiry-expires",
      hint = "does a message end with the session, or when the one before it would have?")
  void without_an_expiry_the_message_stays(Graph graph, User user, TargetClock clock) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.setStatusMessage(user, "For an hour", clock.instant().plus(ofHours(1))).is(200);
    graph.setStatusMessage(user, "For good").is(200);
    clock.advance(ofDays(30));
    requireContent(graph, user, "For good");
  }

  private static ObjectNode until(String text, String dateTime, String zone) {
    ObjectNode body = Bodies.message(text, Optional.empty());
    ((ObjectNode) body.get("statusMessage"))
        .putObject("expiryDateTime")
        .put("dateTime", dateTime)
        .put("timeZone", zone);
    return body;
  }

  private static void requireContent(Graph graph, User user, String text) {
    String shown = content(graph.presence(user)).orElse("none");
    Deviation.unless(shown.strip().equals(text), "status message '" + text + "'", shown);
  }

  private static void requireNone(Optional<String> shown) {
    Deviation.unless(shown.isEmpty(), "no message after its expiry", shown.orElse(""));
  }

  /** The text shown; an emptied message counts as none. */
  private static Optional<String> content(Reply reply) {
    return reply.is(200).text("/statusMessage/message/content").filter(text -> !text.isBlank());
  }

  private static void requirePublishedNow(Graph graph, TargetClock clock) {
    Instant called = clock.instant();
    graph.setStatusMessage(graph.me(), "Just now").is(200);
    Instant published = published(graph.asMe().presence(graph.me()));
    Deviation.unless(
        Duration.between(called, published).abs().compareTo(ofMinutes(5)) < 0,
        "publishedDateTime close to " + called,
        published);
  }

  /** When the message was published, as its owner reads it. */
  static Instant published(Reply reply) {
    String text = reply.is(200).text("/statusMessage/publishedDateTime").orElse("none");
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Deviation("a publishedDateTime with offset", text);
    }
  }

  private static void requireExpiry(Reply reply, Instant expiry) {
    JsonNode read = reply.is(200).object().at("/statusMessage/expiryDateTime");
    LocalDateTime local = dateTime(read);
    zone(read)
        .map(zone -> local.atZone(zone).toInstant())
        .ifPresent(
            back ->
                Deviation.unless(
                    Duration.between(expiry, back).abs().compareTo(ofMinutes(1)) < 0,
                    "expiry " + expiry,
                    back));
  }

  private static LocalDateTime dateTime(JsonNode expiry) {
    String text = expiry.path("dateTime").asString("none");
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new Deviation("an expiryDateTime.dateTime without offset", text);
    }
  }

  /**
   * Empty for names that Java does not know, such as those of Windows: then instants cannot be
   * compared.
   */
  private static Optional<ZoneId> zone(JsonNode expiry) {
    try {
      return Optional.of(ZoneId.of(expiry.path("timeZone").asString("UTC")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
