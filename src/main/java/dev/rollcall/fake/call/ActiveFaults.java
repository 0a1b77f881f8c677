package dev.rollcall.fake.call;

import com.github.tomakehurst.wiremock.http.Response;
import dev.rollcall.presence.Rules;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The faults that are on, ready for use.
 *
 * @param rules the documented ones with every rule fault applied, the same object for as long as
 *     nothing is switched
 */
public record ActiveFaults(
    List<String> ids,
    Rules rules,
    Set<Lapse> lapses,
    List<ShapeFault> shapes,
    List<WireFault> wires) {

  public static ActiveFaults of(List<Fault> faults) {
    Rules rules = Rules.documented();
    Set<Lapse> lapses = EnumSet.noneOf(Lapse.class);
    for (Fault fault : faults) {
      if (fault instanceof RuleFault rule) {
        rules = rule.change().apply(rules);
      } else if (fault instanceof Lapse lapse) {
        lapses.add(lapse);
      }
    }
    return new ActiveFaults(
        faults.stream().map(Fault::id).toList(),
        rules,
        lapses,
        only(faults, ShapeFault.class),
        only(faults, WireFault.class));
  }

  private static <T extends Fault> List<T> only(List<Fault> faults, Class<T> kind) {
    return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public boolean has(Lapse lapse) {
    return lapses.contains(lapse);
  }

  public Answer shaped(
      GraphOperation operation, Call call, Answer clean, Function<Call, Answer> again) {
    Answer answer = clean;
    for (ShapeFault fault : shapes) {
      if (fault.concerns(operation)) {
        answer = fault.shape().of(call, answer, again);
      }
    }
    return answer;
  }

  public void spoil(GraphOperation operation, Answer answer, Response.Builder response) {
    for (WireFault fault : wires) {
      if (fault.spoils() == operation) {
        fault.spoil().accept(answer, response);
      }
    }
  }
}
