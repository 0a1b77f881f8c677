package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.rollcall.fake.Fault.OfRule;
import dev.rollcall.fake.Fault.OfShape;
import dev.rollcall.fake.Fault.OnTheWire;
import dev.rollcall.presence.Rules;
import java.util.List;
import java.util.stream.Stream;

/** All faults there are, and those that are switched on. */
final class Faults {
  private static final List<Fault> ALL =
      Stream.<List<? extends Fault>>of(RuleFaults.all(), ShapeFaults.all(), WireFaults.all())
          .<Fault>flatMap(List::stream)
          .toList();

  private volatile Active active;

  /**
   * @throws CannotStart if one is unknown
   */
  Faults(List<String> ids) {
    activate(ids);
  }

  static List<Fault> all() {
    return ALL;
  }

  Active active() {
    return active;
  }

  /**
   * Switches on these and no others.
   *
   * @throws CannotStart if one is unknown
   */
  void activate(List<String> ids) {
    active = Active.of(ids.stream().map(Faults::named).toList());
  }

  private static Fault named(String id) {
    return ALL.stream()
        .filter(fault -> fault.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CannotStart(
                    "--fault "
                        + id
                        + ": there is no such fault; GET /__admin/presence/faults of a running fake lists all"));
  }

  /** Those switched on, sorted by where they act; none of it costs anything when there are none. */
  record Active(List<String> ids, Rules rules, List<OfShape> shapes, List<OnTheWire> wires) {

    static Active of(List<Fault> faults) {
      Rules rules = Rules.documented();
      for (Fault fault : faults) {
        rules = fault instanceof OfRule rule ? rule.change().apply(rules) : rules;
      }
      return new Active(
          faults.stream().map(Fault::id).toList(),
          rules,
          of(faults, OfShape.class),
          of(faults, OnTheWire.class));
    }

    private static <F extends Fault> List<F> of(List<Fault> faults, Class<F> family) {
      return faults.stream().filter(family::isInstance).map(family::cast).toList();
    }

    Answer shaped(Answer answer, Call call) {
      Answer shaped = answer;
      for (OfShape fault : shapes) {
        shaped = fault.on() == call.operation() ? fault.change().apply(shaped, call) : shaped;
      }
      return shaped;
    }

    ResponseDefinitionBuilder onTheWire(Operation operation, ResponseDefinitionBuilder response) {
      ResponseDefinitionBuilder sent = response;
      for (OnTheWire fault : wires) {
        sent = fault.on() == operation ? fault.change().apply(sent) : sent;
      }
      return sent;
    }
  }
}
