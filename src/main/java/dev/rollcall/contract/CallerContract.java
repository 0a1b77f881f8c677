package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.ME;
import static dev.rollcall.target.Capability.PERMISSIONS;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.SECOND_READER;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;

/** What depends on who calls, whatever that caller may do. */
class CallerContract {

  @Tags({@Tag("caller"), @Tag("MUST"), @Tag("READ"), @Tag("PERMISSIONS")})
  @Check(
      id = "caller.me-needs-a-user",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-168",
      needs = {READ, PERMISSIONS},
      witness = "application-has-a-me",
      hint = "whose presence is /me for a token without a user?")
  void an_application_is_refused_on_me(Graph graph) {
    graph.as(graph.identities().application()).myPresence().isRefused();
  }

  @Tags({@Tag("caller"), @Tag("MUST"), @Tag("WRITE"), @Tag("PERMISSIONS")})
  @Check(
      id = "caller.is-me",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-040",
      needs = {WRITE, PERMISSIONS},
      witness = "me-is-the-first-user",
      hint = "is /me taken from the token of this request?")
  void me_is_whoever_calls(Graph graph, User user) {
    User other = graph.anotherUser();
    graph.setPresence(user, Pair.PRESENTING).is(200);
    Matrix.over(
        List.of(user, other),
        caller -> {
          String id = graph.asUser(caller).myPresence().is(200).text("/id").orElse("none");
          Deviation.unless(id.equalsIgnoreCase(caller.id()), "id " + caller.id(), id);
        });
    graph.asUser(user).myPresence().shows(Pair.PRESENTING, "set for the caller");
    graph.asUser(other).myPresence().shows(Pair.OFFLINE, "of a caller who set nothing");
  }

  @Tags({@Tag("caller"), @Tag("MUST"), @Tag("WRITE"), @Tag("ME"), @Tag("SECOND_READER")})
  @Check(
      id = "caller.sees-own-dates",
      level = MUST,
      basis = DOCUMENTED,
      clause = {"S-046", "S-047", "S-152"},
      needs = {WRITE, ME, SECOND_READER},
      witness = "another-read-as-owner",
      hint = "does the caller decide what of a message is shown, or the path?")
  void the_dates_of_a_message_show_to_its_owner_alone(Graph graph, User user, TargetClock clock) {
    User owner = graph.can(PERMISSIONS) ? user : graph.me();
    Graph own = graph.asOwner(owner);
    own.setStatusMessage(owner, "In a workshop", clock.instant().plus(Duration.ofHours(2))).is(200);
    requireDates(message(graph.asAnotherReader().presence(owner)), false, "for another reader");
    if (graph.can(PERMISSIONS)) {
      Graph application = graph.asApplication(graph.app());
      requireDates(message(application.presence(owner)), false, "for an application");
    }
    requireDates(message(own.presence(owner)), true, "for the owner, by id");
    requireDates(message(own.myPresence()), true, "for the owner, by /me");
  }

  private static JsonNode message(Reply reply) {
    JsonNode message = reply.is(200).object().path("statusMessage");
    Deviation.unless(
        message.at("/message/content").asString("").equals("In a workshop"),
        "the message as it was set",
        message);
    return message;
  }

  private static void requireDates(JsonNode message, boolean there, String to) {
    Matrix.over(
        List.of("expiryDateTime", "publishedDateTime"),
        member ->
            Deviation.unless(
                message.hasNonNull(member) == there,
                (there ? "" : "no ") + member + " " + to,
                message.path(member)));
  }
}
