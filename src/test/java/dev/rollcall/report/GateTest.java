package dev.rollcall.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.report.result.Results;
import dev.rollcall.report.result.UnwritableResult;
import dev.rollcall.report.result.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  private static final Set<String> GREEN =
      Set.of(
          "CONFORMS and PASSED",
          "CONFORMS and INVALID on the embedded fake",
          "CONFORMS and not allowed");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> onlyTheseCombinationsAreGreen() {
    return contracts().entrySet().stream()
        .flatMap(
            contract ->
                loads().entrySet().stream()
                    .map(
                        load -> {
                          String name = contract.getKey() + " and " + load.getKey();
                          var results =
                              new Results(
                                  contract.getValue(),
                                  "gone",
                                  load.getValue(),
                                  "gone",
                                  Optional.empty(),
                                  "",
                                  false);
                          return DynamicTest.dynamicTest(
                              name,
                              () ->
                                  assertEquals(
                                      GREEN.contains(name),
                                      Gate.decide(results, Path.of("out")).green()));
                        }));
  }

  private static Map<String, Optional<ContractResult>> contracts() {
    var contracts = new LinkedHashMap<String, Optional<ContractResult>>();
    contracts.put("no contract result", Optional.empty());
    for (Verdict verdict : Verdict.values()) {
      contracts.put(
          verdict.name(),
          Optional.of(Sample.contract("good", json -> json.put("verdict", verdict.name()))));
    }
    return contracts;
  }

  private static Map<String, Optional<LoadResult>> loads() {
    var loads = new LinkedHashMap<String, Optional<LoadResult>>();
    loads.put("no load result", Optional.empty());
    loads.put("PASSED", Optional.of(Sample.load("good")));
    loads.put("FAILED", Optional.of(Sample.load("every-outcome")));
    loads.put("INVALID on the embedded fake", Optional.of(Sample.load("untrusted")));
    for (String measured : List.of("process", "remote")) {
      loads.put(
          "INVALID on a target: " + measured,
          Optional.of(Sample.load("untrusted", json -> json.put("measured", measured))));
    }
    loads.put("not allowed", Optional.of(Sample.load("not-allowed")));
    loads.put(
        "FAILED though not allowed",
        Optional.of(Sample.load("not-allowed", json -> json.put("verdict", "FAILED"))));
    return loads;
  }

  @Test
  void aGreenBuildLeavesPassedBehindAndSaysBothVerdicts() throws IOException {
    ResultFiles.write(Sample.contract("good"), folder);
    ResultFiles.write(Sample.load("good"), folder);
    assertEquals(
        List.of(
            "contract: CONFORMS  2 passed, 0 failed, 0 broken, 0 skipped, 0 known, 0 stale  -> "
                + folder.resolve("contract.html"),
            "load: PASSED  200 requests, 20.0/s of 20.0/s asked, p99 12 ms, 0 errors  -> "
                + folder.resolve("index.html")),
        closed(true));
    assertTrue(Files.exists(folder.resolve("PASSED")));
  }

  @Test
  void bothVerdictsRedStillWriteEveryPageAndBothLines() throws IOException {
    ResultFiles.write(Sample.contract("every-outcome"), folder);
    ResultFiles.write(Sample.load("every-outcome"), folder);
    assertEquals(2, closed(false).size());
    assertFalse(Files.exists(folder.resolve("PASSED")));
    assertTrue(Files.exists(folder.resolve("index.html")));
    assertTrue(Files.exists(folder.resolve("contract.html")));
  }

  @Test
  void aPassedOfAnEarlierRunIsNotBelieved() throws IOException {
    Files.writeString(folder.resolve("PASSED"), "stale");
    assertEquals(
        List.of(
            "contract: NO RESULT  no result: the run did not finish  -> "
                + folder.resolve("contract.html"),
            "load: NO RESULT  no result: the run did not finish  -> "
                + folder.resolve("index.html")),
        closed(false));
    assertFalse(Files.exists(folder.resolve("PASSED")));
  }

  @Test
  void aPassedOfAnEarlierRunIsGoneEvenIfNoPageCanBeWritten() throws IOException {
    Files.writeString(folder.resolve("PASSED"), "stale");
    Files.createDirectories(folder.resolve("contract.html/in-the-way"));
    ResultFiles.write(Sample.contract("good"), folder);
    ResultFiles.write(Sample.load("good"), folder);
    assertThrows(UnwritableResult.class, () -> closed(true));
    assertFalse(Files.exists(folder.resolve("PASSED")));
  }

  @Test
  void aDamagedResultIsRedAndSaysWhy() throws IOException {
    Files.writeString(folder.resolve("contract.json"), "{\"kind\": \"contract\", \"format\": 1}");
    ResultFiles.write(Sample.load("good"), folder);
    String line = closed(false).get(0);
    assertTrue(
        line.startsWith(
            "contract: NO RESULT  " + folder.resolve("contract.json") + ": is not a contract"),
        line);
  }

  @Test
  void aWarningSaysThatItIsOne() throws IOException {
    ResultFiles.write(Sample.contract("good"), folder);
    ResultFiles.write(Sample.load("untrusted"), folder);
    assertTrue(closed(true).get(1).endsWith("(a warning only, on the embedded fake)"));
  }

  private List<String> closed(boolean green) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertEquals(green, Gate.close(folder, out));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
