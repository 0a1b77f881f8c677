package dev.rollcall.contract;

import static dev.rollcall.contract.Level.SHOULD;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.definition.Basis.OBSERVED;
import static dev.rollcall.target.Capability.OUT_OF_OFFICE;
import static dev.rollcall.target.Capability.READ;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Backstage;
import dev.rollcall.contract.ask.Deviation;
import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.Pair;
import dev.rollcall.contract.ask.User;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import tools.jackson.databind.JsonNode;

/** What shows of a user whose mailbox says that nobody is in. */
class OutOfOfficeContract {

  @Tags({@Tag("outOfOffice"), @Tag("SHOULD"), @Tag("READ"), @Tag("OUT_OF_OFFICE")})
  @Check(
      id = "outOfOffice.flag",
      level = SHOULD,
      basis = OBSERVED,
      clause = {"S-244", "S-245", "S-009"},
      needs = {READ, OUT_OF_OFFICE},
      witness = "out-of-office-flag-hidden",
      hint = "does the flag follow the mailbox, whatever the presence?")
  void the_flag_and_the_text_show_with_any_pair(Graph graph, User user, Backstage backstage) {
    backstage.outOfOffice(user, true, Optional.of("Back on Monday"));
    requireSettings(graph, user, true, Optional.of("Back on Monday"));
    backstage.outOfOffice(user, true, Optional.empty());
    requireSettings(graph, user, true, Optional.empty());
    backstage.outOfOffice(user, false, Optional.empty());
    requireSettings(graph, user, false, Optional.empty());
  }

  @Tags({@Tag("outOfOffice"), @Tag("SHOULD"), @Tag("WRITE"), @Tag("OUT_OF_OFFICE")})
  @Check(
      id = "outOfOffice.activity",
      level = SHOULD,
      basis = DOCUMENTED,
      clause = "S-030",
      needs = {WRITE, OUT_OF_OFFICE},
      witness = "out-of-office-shown-never",
      hint = "is OutOfOffice an activity of Available alone?")
  void who_is_available_while_out_shows_it_as_activity(
      Graph graph, User user, Backstage backstage) {
    backstage.outOfOffice(user, true, Optional.empty());
    graph.setPresence(user, Pair.AVAILABLE).is(200);
    graph.presence(user).shows(new Pair("Available", "OutOfOffice"), "while out of office");
    graph.setPresence(user, Pair.IN_A_CALL).is(200);
    graph.presence(user).shows(Pair.IN_A_CALL, "while out of office");
    backstage.outOfOffice(user, false, Optional.empty());
    graph.setPresence(user, Pair.AVAILABLE).is(200);
    graph.presence(user).shows(Pair.AVAILABLE, "back in the office");
  }

  private static void requireSettings(
      Graph graph, User user, boolean out, Optional<String> message) {
    String expected =
        "isOutOfOffice " + out + message.map(text -> " with '" + text + "'").orElse("");
    Consumer<JsonNode> settings =
        presence -> {
          JsonNode told = presence.path("outOfOfficeSettings");
          Deviation.unless(
              told.path("isOutOfOffice").asBoolean(false) == out
                  && told.path("message").asString("").equals(message.orElse("")),
              expected,
              told);
        };
    graph
        .presence(user)
        .reached(reply -> settings.accept(reply.shows(Pair.OFFLINE, "without a session").object()));
    graph.presences(List.of(user.id())).reached(reply -> settings.accept(reply.onlyPresence()));
  }
}
