package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.rollcall.presence.Rules;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** One promise broken on purpose. Knows nothing of checks. */
sealed interface Fault {

  /** Slug. */
  String id();

  String description();

  /** "rule", "shape" or "wire". */
  String family();

  /** The operation whose answers differ; "all" for a rule. */
  String operation();

  /** The service keeps another rule. */
  record OfRule(String id, String description, UnaryOperator<Rules> change) implements Fault {
    @Override
    public String family() {
      return "rule";
    }

    @Override
    public String operation() {
      return "all";
    }
  }

  /** One operation's answers have another form. */
  record OfShape(
      Operation on, String id, String description, BiFunction<Answer, Call, Answer> change)
      implements Fault {
    @Override
    public String family() {
      return "shape";
    }

    @Override
    public String operation() {
      return on.id();
    }
  }

  /** One operation's answers do not come through whole. */
  record OnTheWire(
      Operation on, String id, String description, UnaryOperator<ResponseDefinitionBuilder> change)
      implements Fault {
    @Override
    public String family() {
      return "wire";
    }

    @Override
    public String operation() {
      return on.id();
    }
  }
}
