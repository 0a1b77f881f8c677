package dev.rollcall.report;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadHistory;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.Outcome;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Results to report on: the files under {@code src/test/resources/report}, changed at will. */
public final class Sample {
  public static final Path FOLDER = Path.of("src/test/resources/report");

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Sample() {}

  public static ContractResult contract(String name) {
    return ResultFiles.contract(FOLDER.resolve(name));
  }

  public static ContractResult contract(String name, Consumer<ObjectNode> change) {
    ObjectNode tree = MAPPER.valueToTree(contract(name));
    change.accept(tree);
    return MAPPER.treeToValue(tree, ContractResult.class);
  }

  public static LoadResult load(String name) {
    return ResultFiles.load(FOLDER.resolve(name));
  }

  public static LoadResult load(String name, Consumer<ObjectNode> change) {
    ObjectNode tree = MAPPER.valueToTree(load(name));
    change.accept(tree);
    return MAPPER.treeToValue(tree, LoadResult.class);
  }

  public static LoadHistory history(String name) {
    return ResultFiles.history(FOLDER.resolve(name));
  }

  /** The contract result of one outcome's findings alone. */
  public static ContractResult ofOutcome(Outcome outcome) {
    ContractResult all = contract("every-outcome");
    var findings = all.checks().stream().filter(f -> f.outcome() == outcome).toList();
    return new ContractResult(
        all.format(),
        all.kind(),
        all.startedAt(),
        all.verdict(),
        all.reason(),
        all.target(),
        Map.of(outcome, findings.size()),
        findings,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Every outcome in v1.0 and the same in beta, where one deviation is another. */
  public static ContractResult inBothVersions() {
    return contract(
        "every-outcome",
        json -> {
          ((ArrayNode) json.at("/target/versions")).add("beta");
          ArrayNode checks = (ArrayNode) json.get("checks");
          var doubled = new ArrayList<JsonNode>();
          checks.forEach(
              check -> {
                ObjectNode beta = ((ObjectNode) check).deepCopy().put("version", "beta");
                if (beta.path("id").asString().equals("setPresence.expires")) {
                  beta.put("actual", "availability Away");
                }
                doubled.add(check);
                doubled.add(beta);
              });
          checks.removeAll().addAll(doubled);
          ObjectNode totals = (ObjectNode) json.get("totals");
          totals.properties().forEach(t -> t.setValue(IntNode.valueOf(2 * t.getValue().asInt())));
        });
  }

  public static Results only(ContractResult contract) {
    return new Results(
        Optional.of(contract), "", Optional.empty(), "no result", Optional.empty(), "", false);
  }

  /** A load run with the runs before it. */
  public static Results with(LoadResult load, LoadHistory history) {
    return new Results(
        Optional.empty(), "no result", Optional.of(load), "", Optional.of(history), "", false);
  }

  public static Results only(LoadResult load) {
    return new Results(
        Optional.empty(), "no result", Optional.of(load), "", Optional.empty(), "", false);
  }
}
