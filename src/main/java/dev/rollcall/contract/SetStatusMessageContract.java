package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.CHOSEN;
import static dev.rollcall.definition.Basis.DERIVED;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.APPLICATION;
import static dev.rollcall.target.Capability.ME;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofHours;

import dev.rollcall.contract.ask.Bodies;
import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.target.TargetClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The message that a user shows beside the presence. */
class SetStatusMessageContract {
  private static final String TYPE = "/statusMessage/message/contentType";

  @Tags({@Tag("setStatusMessage"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setStatusMessage.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-147",
      needs = WRITE,
      witness = "setStatusMessage-answers-with-body",
      hint = "does the framework add a body or turn 200 into 204?")
  void success_is_200_without_a_body(Graph graph, User user) {
    graph.setStatusMessage(user, "Back soon").is(200).isEmpty();
  }

  @ResourceLock("me")
  @Tags({@Tag("setStatusMessage"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setStatusMessage.shows",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-048", "S-151"},
      needs = WRITE,
      witness = "status-message-not-replaced",
      hint = "does each write, by each of its paths, reach the state that reads come from?")
  void a_read_shows_the_text_last_set(Graph graph, User user) {
    graph.setStatusMessage(user, "At the dentist").is(200);
    Map<User, String> texts = new LinkedHashMap<>();
    Matrix.over(
        Way.each(graph, "setStatusMessage", user),
        List.of("Back at two", "In the library", "On the train"),
        (way, text) -> {
          Call call = way.call().json(Bodies.message(text, Optional.empty()).toString());
          graph.write(call, way.owner()).is(200).isEmpty();
          texts.put(way.owner(), text);
        });
    Reading.says(graph, texts);
  }

  @Tags({@Tag("setStatusMessage"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setStatusMessage.text",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-048",
      needs = WRITE,
      witness = "status-message-ascii-only",
      hint = "is the text kept whole, character by character, in Unicode?")
  void a_long_text_of_many_scripts_comes_back_unchanged(Graph graph, User user) {
    // Without markup, which may be cleaned, and shorter than any limit that anybody names.
    String text = "Zurück um 14:30, 会議中, до завтра, \uD83C\uDFA3 ".repeat(4).strip();
    graph.setStatusMessage(user, text).is(200);
    requireContent(graph.presence(user), text);
  }

  @Tags({@Tag("setStatusMessage"), @Tag("MUST"), @Tag("WRITE"), @Tag("APPLICATION")})
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

  @Tags({@Tag("setStatusMessage"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("ME")})
  @Check(
      id = "setStatusMessage.published-is-read-only",
      level = SHOULD,
      basis = DERIVED,
      clause = "S-155",
      needs = {WRITE, ME},
      witness = "published-taken-from-request",
      hint = "is the member taken over from the request?")
  void a_publication_time_in_the_request_is_not_honoured(Graph graph) {
    ObjectNode body = Bodies.message("Long ago", Optional.empty());
    ((ObjectNode) body.get("statusMessage")).put("publishedDateTime", "2001-01-01T00:00:00Z");
    graph.setStatusMessage(graph.me(), body);
    Instant published = StatusMessageTimeContract.published(graph.asMe().presence(graph.me()));
    Deviation.unless(
        published.isAfter(Instant.parse("2001-01-02T00:00:00Z")),
        "a publishedDateTime other than the one sent",
        published);
  }

  @Tags({@Tag("setStatusMessage"), @Tag("SHOULD"), @Tag("WRITE")})
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
    ObjectNode body = Bodies.message("<b>Busy</b>", Optional.empty());
    ((ObjectNode) body.at("/statusMessage/message")).put("contentType", "html");
    Reply reply = graph.setStatusMessage(user, body);
    if (reply.answer().status() / 100 != 4) {
      reply.is(200);
    }
    String type = graph.presence(user).is(200).text(TYPE).orElse("text");
    Deviation.unless(type.equals("text"), "contentType text after html was sent", type);
  }

  @Tags({@Tag("setStatusMessage"), @Tag("SHOULD"), @Tag("WRITE")})
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
    graph.prefer(user, Pair.BE_RIGHT_BACK).is(200);
    graph.setStatusMessage(user, "At the door").is(200);
    graph.presence(user).shows(Pair.BE_RIGHT_BACK, "preferred, with a session, before the message");
  }

  @Tags({@Tag("setStatusMessage"), @Tag("MUST"), @Tag("WRITE")})
  @Check(
      id = "setStatusMessage.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = WRITE,
      witness = "setStatusMessage-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void a_request_without_a_token_is_refused_on_every_path(Graph graph, User user) {
    Matrix.over(graph.refusals("setStatusMessage", user), refusal -> refusal.reply().is(401));
  }

  @Tags({@Tag("setStatusMessage"), @Tag("SHOULD"), @Tag("WRITE")})
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
    String shown = reply.is(200).text("/statusMessage/message/content").orElse("none");
    Deviation.unless(shown.strip().equals(text), "status message '" + text + "'", shown);
  }
}
