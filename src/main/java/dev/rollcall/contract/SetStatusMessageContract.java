package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.APPLICATION;
import static dev.rollcall.target.Capability.CLOCK;
import static dev.rollcall.target.Capability.ME;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.rollcall.target.TargetClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The message that a user shows beside the presence. */
class SetStatusMessageContract {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final String TYPE = "/statusMessage/message/contentType";
  private static final String CONTENT = "/statusMessage/message/content";

  @Check(
      id = "setStatusMessage.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-147",
      needs = WRITE,
      witness = "setStatusMessage-answers-with-body",
      hint = "does the framework add a body or turn 200 into 204?")
  void success_is_200_without_a_body_on_every_path(Graph graph, User user) {
    Matrix.over(graph.calls("setStatusMessage", user), call -> graph.send(call).is(200).isEmpty());
  }

  @Check(
      id = "setStatusMessage.shows",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-048", "S-151"},
      needs = WRITE,
      witness = "set-status-message-changes-nothing",
      hint = "does the write reach the state that reads come from?")
  void a_read_shows_the_text_last_set(Graph graph, User user) {
    graph.setStatusMessage(user, "At the dentist").is(200);
    requireContent(graph.presence(user), "At the dentist");
    graph.setStatusMessage(user, "Back at two").is(200);
    requireContent(graph.presence(user), "Back at two");
  }

  @Check(
      id = "setStatusMessage.replaces",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-048",
      needs = WRITE,
      witness = "status-message-not-replaced",
      hint = "is the former message written over?")
  void a_new_text_replaces_the_old_one(Graph graph, User user) {
    graph.setStatusMessage(user, "First").is(200);
    graph.setStatusMessage(user, "Second").is(200);
    requireContent(graph.presence(user), "Second");
  }

  @Check(
      id = "setStatusMessage.hides-dates",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-046", "S-047"},
      needs = {WRITE, APPLICATION},
      witness = "expiry-shown-to-others",
      hint = "is the reader compared with the owner?")
  void others_see_neither_expiry_nor_publication(Graph graph, User user, TargetClock clock) {
    graph.setStatusMessage(user, "In a workshop", clock.instant().plus(ofHours(2))).is(200);
    JsonNode message = graph.presence(user).is(200).object().path("statusMessage");
    Matrix.over(
        List.of("expiryDateTime", "publishedDateTime"),
        member ->
            Deviation.unless(
                message.path(member).isMissingNode() || message.path(member).isNull(),
                "no " + member + " for another reader",
                message.path(member)));
  }

  @Check(
      id = "setStatusMessage.published",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-152",
      needs = {WRITE, ME},
      witness = "published-hidden-from-owner",
      hint = "is the time of the call taken, in UTC?")
  void the_own_read_shows_when_it_was_published(Graph graph, TargetClock clock) {
    Instant called = clock.instant();
    graph.setStatusMessage(graph.me(), "Just now").is(200);
    Instant published = published(graph);
    Deviation.unless(
        Duration.between(called, published).abs().compareTo(ofMinutes(5)) < 0,
        "publishedDateTime close to " + called,
        published);
  }

  @Check(
      id = "setStatusMessage.published-is-read-only",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-155",
      needs = {WRITE, ME},
      witness = "published-taken-from-request",
      hint = "is the member taken over from the request?")
  void a_publication_time_in_the_request_is_not_honoured(Graph graph) {
    ObjectNode body = Graph.message("Long ago", Optional.empty());
    ((ObjectNode) body.get("statusMessage")).put("publishedDateTime", "2001-01-01T00:00:00Z");
    graph.setStatusMessage(graph.me(), body);
    Instant published = published(graph);
    Deviation.unless(
        published.isAfter(Instant.parse("2001-01-02T00:00:00Z")),
        "a publishedDateTime other than the one sent",
        published);
  }

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
    Instant expiry = noon.toInstant();
    ObjectNode body = Graph.message("Until later", Optional.empty());
    ((ObjectNode) body.get("statusMessage"))
        .putObject("expiryDateTime")
        .put("dateTime", noon.toLocalDateTime() + ":00")
        .put("timeZone", "Pacific Standard Time");
    graph.setStatusMessage(graph.me(), body).is(200);
    JsonNode read = graph.presence(graph.me()).is(200).object().at("/statusMessage/expiryDateTime");
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

  @Check(
      id = "setStatusMessage.lapses",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-154",
      needs = {WRITE, CLOCK},
      witness = "status-message-never-expires",
      hint = "is the expiry read in the zone that was sent with it?")
  void after_its_expiry_the_message_is_gone(Graph graph, User user, TargetClock clock) {
    graph.setStatusMessage(user, "For an hour", clock.instant().plus(ofHours(1))).is(200);
    clock.advance(ofMinutes(50));
    requireContent(graph.presence(user), "For an hour");
    clock.advance(ofMinutes(11));
    Deviation.unless(
        content(graph.presence(user)).isEmpty(),
        "no message after its expiry",
        content(graph.presence(user)).orElse(""));
  }

  @Check(
      id = "setStatusMessage.stays",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-149",
      needs = {WRITE, CLOCK},
      witness = "status-message-without-expiry-expires",
      hint = "does a message get an expiry when none was sent?")
  void without_an_expiry_the_message_stays(Graph graph, User user, TargetClock clock) {
    graph.setStatusMessage(user, "For good").is(200);
    clock.advance(ofDays(30));
    requireContent(graph.presence(user), "For good");
  }

  @Check(
      id = "setStatusMessage.html",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = {"S-150", "S-014"},
      needs = WRITE,
      witness = "getPresence-status-message-content-type-html",
      hint = "is contentType looked at?")
  void html_is_refused_or_kept_as_text(Graph graph, User user) {
    graph.setStatusMessage(user, "Busy").is(200);
    ObjectNode body = Graph.message("<b>Busy</b>", Optional.empty());
    ((ObjectNode) body.at("/statusMessage/message")).put("contentType", "html");
    Reply reply = graph.setStatusMessage(user, body);
    if (reply.answer().status() / 100 != 4) {
      reply.is(200);
    }
    String type = graph.presence(user).is(200).text(TYPE).orElse("text");
    Deviation.unless(type.equals("text"), "contentType text after html was sent", type);
  }

  @Check(
      id = "setStatusMessage.leaves-presence",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-156",
      needs = WRITE,
      witness = "status-message-changes-availability",
      hint = "does a message touch sessions or the preference?")
  void availability_and_activity_stay_as_they_are(Graph graph, User user) {
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.setStatusMessage(user, "On the phone").is(200);
    graph.presence(user).shows(Pair.IN_A_CALL, "set before the message");
  }

  @Check(
      id = "setStatusMessage.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = WRITE,
      witness = "setStatusMessage-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void a_request_without_a_token_is_refused_on_every_path(Graph graph, User user) {
    Matrix.over(
        graph.calls("setStatusMessage", user), call -> graph.send(call.anonymous()).is(401));
  }

  @Check(
      id = "setStatusMessage.unknown-user",
      level = SHOULD,
      basis = CHOSEN,
      clause = "S-177",
      needs = WRITE,
      witness = "setStatusMessage-unknown-user-accepted",
      hint = "does writing create the user?")
  void an_unknown_user_is_not_found(Graph graph) {
    graph.setStatusMessage(new User(UUID.randomUUID().toString()), "Nobody").is(404);
  }

  private static void requireContent(Reply reply, String text) {
    String shown = content(reply).orElse("none");
    Deviation.unless(shown.strip().equals(text), "status message '" + text + "'", shown);
  }

  /** The text shown; an emptied message counts as none. */
  private static Optional<String> content(Reply reply) {
    return reply.is(200).text(CONTENT).filter(text -> !text.isBlank());
  }

  private static Instant published(Graph graph) {
    String text =
        graph.presence(graph.me()).is(200).text("/statusMessage/publishedDateTime").orElse("none");
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Deviation("a publishedDateTime with offset", text);
    }
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
