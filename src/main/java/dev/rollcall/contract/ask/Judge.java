package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Answer;
import dev.rollcall.contract.wire.Excerpt;
import dev.rollcall.definition.Definition;
import dev.rollcall.definition.Operation;
import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.schema.Schemas;
import dev.rollcall.schema.Spelled;
import dev.rollcall.schema.Violation.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Holds every answer against its schema, whichever check asked for it. What it finds is filed with
 * the operation's shape check and leaves the running check as it is.
 */
public final class Judge {
  private final Definition definition;
  private final Schemas schemas;
  private final Dialect dialect;

  Judge(Definition definition, Schemas schemas, Dialect dialect) {
    this.definition = definition;
    this.schemas = schemas;
    this.dialect = dialect;
  }

  void examine(Answer answer, Exchange exchange, CheckRecord record) {
    if (answer.cut()) {
      return;
    }
    schemaOf(answer)
        .ifPresent(
            schema -> {
              schemas
                  .validate(schema, answer.body())
                  .forEach(violation -> file(violation, answer, exchange, record));
              answer
                  .json()
                  .ifPresent(json -> examineValues(schema, json, answer, exchange, record));
            });
  }

  private void examineValues(
      String schema, JsonNode json, Answer answer, Exchange exchange, CheckRecord record) {
    for (Spelled spelled : schemas.spelled(schema, json)) {
      if (!dialect.accepts(spelled.spelling())) {
        file(
            new dev.rollcall.schema.Violation(
                Kind.MIXED_DIALECT,
                spelled.pointer(),
                schema + ".schema.json",
                "enum",
                spelled.value()),
            answer,
            exchange,
            record);
      }
    }
    if (answer.status() / 100 == 2) {
      record.observe(Observations.of(answer, json));
    }
  }

  /**
   * The schema of what came back; none for the empty body of an action, which its shape check looks
   * at.
   */
  private Optional<String> schemaOf(Answer answer) {
    if (answer.status() / 100 == 2) {
      return definition
          .operation(answer.call().operation())
          .flatMap(Operation::returns)
          .map(type -> answer.call().operation() + ".response");
    }
    boolean error = answer.status() >= 400 && answer.body().length > 0;
    return error ? Optional.of("error") : Optional.empty();
  }

  /** With the first that is seen, that part of a long answer in which it stands. */
  private void file(
      dev.rollcall.schema.Violation violation,
      Answer answer,
      Exchange exchange,
      CheckRecord record) {
    boolean known = record.has(filed(violation, answer, exchange));
    Exchange shown =
        known ? exchange : Excerpt.around(exchange, answer, violation.pointer(), violation.value());
    record.add(filed(violation, answer, shown));
  }

  private Violation filed(
      dev.rollcall.schema.Violation violation, Answer answer, Exchange exchange) {
    return new Violation(
        shapeCheckOf(answer.call().operation()),
        definition.version(),
        violation.kind().label(),
        violation.pointer(),
        violation.schema(),
        violation.keyword(),
        violation.value(),
        1,
        false,
        exchange);
  }

  static String shapeCheckOf(String operation) {
    return operation + ".shape";
  }

  /** Kinds that a schema violation may have without being a broken promise. */
  public static boolean isDrift(Violation violation) {
    return !violation.kind().equals(Kind.SCHEMA.label());
  }
}
