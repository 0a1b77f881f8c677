package dev.rollcall.contract;

import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.ME;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.WRITE;
import static java.time.Duration.ofHours;

import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Reply;
import dev.rollcall.contract.ask.User;
import dev.rollcall.target.TargetClock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;

/** What the members of a presence may say, read alone or among many. */
class ValuesContract {

  @Tags({@Tag("values"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "values.pairs",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = {
        "S-030", "S-025", "S-026", "S-031", "S-032", "S-033", "S-034", "S-035", "S-036", "S-037"
      },
      needs = READ,
      witness = "getPresence-pair-undocumented",
      hint = "are availability and activity taken from two sources, or is a value new?")
  void availability_and_activity_are_a_known_pair_wherever_they_are_read(Graph graph, User user) {
    Matrix.over(
        everywhere(graph, user),
        presence -> {
          String availability = presence.path("availability").asString("none");
          String activity = presence.path("activity").asString("none");
          Deviation.unless(
              graph.pairs().shown().stream().anyMatch(pair -> pair.matches(availability, activity)),
              "a pair of the table of states",
              availability + "/" + activity);
        });
  }

  @Tags({@Tag("values"), @Tag("SHOULD"), @Tag("READ")})
  @Check(
      id = "values.spelling",
      level = SHOULD,
      basis = OBSERVED,
      clause = "S-027",
      needs = READ,
      witness = "getPresence-availability-other-dialect",
      hint = "do two serializers write the values?")
  void values_are_spelled_in_one_way(Graph graph, User user) {
    Matrix.over(
        everywhere(graph, user),
        presence ->
            Stream.of("availability", "activity")
                .map(member -> presence.path(member).asString(""))
                .forEach(
                    value ->
                        Deviation.unless(
                            graph.isInDialect(value),
                            "the spelling that the other values have",
                            value)));
  }

  @Tags({@Tag("values"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("ME")})
  @Check(
      id = "values.status-message",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = {"S-017", "S-014"},
      needs = {WRITE, ME},
      witness = "getPresence-status-message-expiry-with-offset",
      hint = "is the message stored as it came, or written anew for the reader?")
  void a_status_message_is_text_and_its_expiry_has_no_offset(Graph graph, TargetClock clock) {
    User me = graph.me();
    graph.setStatusMessage(me, "Until later", clock.instant().plus(ofHours(2))).is(200);
    List<JsonNode> presences = everywhere(graph, me);
    presences.add(graph.myPresence().is(200).object());
    Matrix.over(
        presences,
        presence -> {
          JsonNode message = presence.path("statusMessage");
          String type = message.at("/message/contentType").asString("text");
          Deviation.unless(type.equals("text"), "contentType text", type);
          String expiry = message.at("/expiryDateTime/dateTime").asString("");
          Deviation.unless(
              expiry.isEmpty() || isLocalDateTime(expiry),
              "an expiryDateTime.dateTime without offset",
              expiry);
        });
  }

  @Tags({@Tag("values"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("ME")})
  @Check(
      id = "values.expiry-zone",
      level = SHOULD,
      basis = OBSERVED,
      clause = "S-232",
      needs = {WRITE, ME},
      witness = "getPresence-status-message-expiry-zone-other",
      hint = "is the expiry given back in the zone in which it was sent?")
  void an_expiry_is_told_in_utc(Graph graph, TargetClock clock) {
    graph.setStatusMessage(graph.me(), "Until later", clock.instant().plus(ofHours(2))).is(200);
    Reply reply = graph.myPresence().is(200);
    String zone = reply.text("/statusMessage/expiryDateTime/timeZone").orElse("none");
    Deviation.unless(zone.equals("UTC"), "timeZone UTC", zone);
  }

  /** The presence of a user by each path that names the user, and those of several among many. */
  private static List<JsonNode> everywhere(Graph graph, User user) {
    List<String> many = ManyIds.of(ManyIds.several(graph, user));
    List<JsonNode> presences = new ArrayList<>(graph.presences(many).presences());
    presences.add(graph.presence(user).is(200).object());
    presences.add(graph.presenceByCommunications(user).is(200).object());
    return presences;
  }

  private static boolean isLocalDateTime(String text) {
    try {
      LocalDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
