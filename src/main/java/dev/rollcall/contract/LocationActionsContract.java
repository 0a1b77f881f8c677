package dev.rollcall.contract;

import static dev.rollcall.contract.Level.MUST;
import static dev.rollcall.definition.Basis.DOCUMENTED;
import static dev.rollcall.target.Capability.LOCATION;
import static dev.rollcall.target.Capability.WRITE;

import dev.rollcall.contract.ask.Graph;
import dev.rollcall.contract.ask.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** The four operations on the work location: how they succeed, and that they want a token. */
class LocationActionsContract {

  @Tags({@Tag("setManualLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "setManualLocation.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-160",
      needs = {WRITE, LOCATION},
      witness = "setManualLocation-answers-with-body",
      hint = "does the framework add a body?")
  void setting_by_hand_succeeds_without_a_body_on_every_path(Graph graph, User user) {
    requireDone(graph, user, "setManualLocation");
  }

  @Tags({@Tag("setAutomaticLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "setAutomaticLocation.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-162",
      needs = {WRITE, LOCATION},
      witness = "setAutomaticLocation-answers-with-body",
      hint = "does the framework add a body?")
  void setting_by_device_succeeds_without_a_body_on_every_path(Graph graph, User user) {
    requireDone(graph, user, "setAutomaticLocation");
  }

  @Tags({@Tag("clearAutomaticLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "clearAutomaticLocation.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-163",
      needs = {WRITE, LOCATION},
      witness = "clearAutomaticLocation-answers-with-body",
      hint = "does the framework add a body, or refuse a clear that clears nothing?")
  void clearing_the_device_succeeds_without_a_body_on_every_path(Graph graph, User user) {
    requireDone(graph, user, "clearAutomaticLocation");
  }

  @Tags({@Tag("clearLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "clearLocation.shape",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-164",
      needs = {WRITE, LOCATION},
      witness = "clearLocation-answers-with-body",
      hint = "does the framework add a body, or refuse a clear that clears nothing?")
  void clearing_succeeds_without_a_body_on_every_path(Graph graph, User user) {
    requireDone(graph, user, "clearLocation");
  }

  @Tags({@Tag("setManualLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "setManualLocation.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = {WRITE, LOCATION},
      witness = "setManualLocation-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void setting_by_hand_without_a_token_is_refused(Graph graph, User user) {
    requireToken(graph, user, "setManualLocation");
  }

  @Tags({@Tag("setAutomaticLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "setAutomaticLocation.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = {WRITE, LOCATION},
      witness = "setAutomaticLocation-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void setting_by_device_without_a_token_is_refused(Graph graph, User user) {
    requireToken(graph, user, "setAutomaticLocation");
  }

  @Tags({@Tag("clearAutomaticLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "clearAutomaticLocation.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = {WRITE, LOCATION},
      witness = "clearAutomaticLocation-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void clearing_the_device_without_a_token_is_refused(Graph graph, User user) {
    requireToken(graph, user, "clearAutomaticLocation");
  }

  @Tags({@Tag("clearLocation"), @Tag("MUST"), @Tag("WRITE"), @Tag("LOCATION")})
  @Check(
      id = "clearLocation.needs-token",
      level = MUST,
      basis = DOCUMENTED,
      clause = "S-166",
      needs = {WRITE, LOCATION},
      witness = "clearLocation-accepts-anonymous",
      hint = "is every binding of the action behind authentication?")
  void clearing_without_a_token_is_refused(Graph graph, User user) {
    requireToken(graph, user, "clearLocation");
  }

  private static void requireDone(Graph graph, User user, String operation) {
    Graph owner = graph.asLocated(user);
    Matrix.over(
        graph.calls(operation, user),
        call -> owner.send(call).isOneOf(successes(operation)).isEmpty());
  }

  /** The page of one of them says 200 and shows 204. */
  private static int[] successes(String operation) {
    return operation.equals("setManualLocation") ? new int[] {200, 204} : new int[] {200};
  }

  private static void requireToken(Graph graph, User user, String operation) {
    Matrix.over(graph.refusals(operation, user), refusal -> refusal.reply().is(401));
  }
}
