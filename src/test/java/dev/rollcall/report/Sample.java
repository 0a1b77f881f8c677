package dev.rollcall.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Results to report on: the files under {@code src/test/resources/report}, changed at will. */
final class Sample {
  static final Path FOLDER = Path.of("src/test/resources/report");

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Sample() {}

  static ContractResult contract(String name) {
    return ResultFiles.contract(FOLDER.resolve(name));
  }

  static ContractResult contract(String name, Consumer<ObjectNode> change) {
    ObjectNode tree = MAPPER.valueToTree(contract(name));
    change.accept(tree);
    return MAPPER.treeToValue(tree, ContractResult.class);
  }

  static LoadResult load(String name) {
    return ResultFiles.load(FOLDER.resolve(name));
  }

  static LoadResult load(String name, Consumer<ObjectNode> change) {
    ObjectNode tree = MAPPER.valueToTree(load(name));
    change.accept(tree);
    return MAPPER.treeToValue(tree, LoadResult.class);
  }

  /** The contract result of one outcome's findings alone. */
  static ContractResult ofOutcome(Outcome outcome) {
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

  static Results only(ContractResult contract) {
    return new Results(Optional.of(contract), "", Optional.empty(), "no result", false);
  }

  static Results only(LoadResult load) {
    return new Results(Optional.empty(), "no result", Optional.of(load), "", false);
  }
}
