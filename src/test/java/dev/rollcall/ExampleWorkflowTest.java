package dev.rollcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.target.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The workflow that is offered for copying can be read, and calls what exists. */
class ExampleWorkflowTest {
  private static final Path FILE = Path.of("src/deploy/github/rollcall.yml");

  @Test
  void everyOptionExistsForItsCommand() throws IOException {
    List<MatchResult> calls =
        Pattern.compile("rollcall\\.jar (check|load)(.*)")
            .matcher(Files.readString(FILE))
            .results()
            .toList();
    assertEquals(4, calls.size(), "fake, reads, writes and load");
    for (MatchResult call : calls) {
      var command = Setting.Command.valueOf(call.group(1).toUpperCase(Locale.ROOT));
      Pattern.compile("--[a-z-]+")
          .matcher(call.group(2))
          .results()
          .map(MatchResult::group)
          .forEach(
              option ->
                  assertTrue(
                      Arrays.stream(Setting.values())
                          .anyMatch(s -> s.option().equals(option) && s.belongsTo(command)),
                      call.group()));
    }
  }

  @Test
  void aStepThatNeedsTheSecretIsSkippedWithoutItOrNeedsAnApproval() throws IOException {
    JsonNode jobs = YAMLMapper.shared().readTree(Files.readString(FILE)).get("jobs");
    int secret = 0;
    for (JsonNode job : jobs.values()) {
      for (JsonNode step : job.get("steps").values()) {
        if (step.at("/env/ROLLCALL_TOKEN").isString()) {
          boolean asked = step.path("if").asString("").startsWith("env.HAS_TOKEN == 'true'");
          assertTrue(asked || job.path("environment").isString(), step.toString());
          secret++;
        }
      }
    }
    assertEquals(3, secret);
  }

  @Test
  void theReportIsKeptHoweverTheRunEnded() throws IOException {
    JsonNode jobs = YAMLMapper.shared().readTree(Files.readString(FILE)).get("jobs");
    for (JsonNode job : jobs.values()) {
      List<String> kept =
          job.get("steps")
              .valueStream()
              .filter(step -> step.path("uses").asString("").startsWith("actions/upload-artifact"))
              .filter(step -> step.path("if").asString("").equals("always()"))
              .map(step -> step.at("/with/path").asString())
              .toList();
      assertEquals(List.of("target/rollcall", "target/rollcall/*-junit.xml"), kept);
    }
  }
}
