package dev.rollcall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.target.Setting;
import dev.rollcall.target.Setting.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The job that is offered for copying can be read, and runs what exists. */
class ExampleJobTest {
  private static final Path FILE = Path.of("src/deploy/kubernetes/load-job.yaml");

  @Test
  void eachPodRunsAShardOfItsOwn() throws IOException {
    JsonNode job = YAMLMapper.shared().readTree(Files.readString(FILE));
    assertEquals("Job", job.path("kind").asString());
    assertEquals("Indexed", job.at("/spec/completionMode").asString());
    JsonNode container = job.at("/spec/template/spec/containers/0");
    String shards =
        container
            .path("env")
            .valueStream()
            .filter(each -> each.path("name").asString().equals("SHARDS"))
            .map(each -> each.path("value").asString())
            .findFirst()
            .orElseThrow();
    assertEquals(shards, job.at("/spec/completions").asString());
    assertEquals(shards, job.at("/spec/parallelism").asString());
    String command = container.at("/args/0").asString();
    assertTrue(command.contains("--shard $((JOB_COMPLETION_INDEX + 1))/$SHARDS "), command);
    assertEquals(
        Set.of(
            "--target",
            "--allow-load",
            "--profile",
            "--rate",
            "--users",
            "--shard",
            "--start-at",
            "--out"),
        options(command));
    assertEquals(1, command.lines().count(), "one command, folded");
  }

  @Test
  void everyOptionExistsForItsCommand() throws IOException {
    JsonNode job = YAMLMapper.shared().readTree(Files.readString(FILE));
    assertKnown(job.at("/spec/template/spec/containers/0/args/0").asString(), Command.LOAD);
    MatchResult merge =
        Pattern.compile("rollcall\\.jar (merge .*)")
            .matcher(Files.readString(FILE))
            .results()
            .findFirst()
            .orElseThrow();
    assertKnown(merge.group(1), Command.MERGE);
  }

  private static void assertKnown(String call, Command command) {
    Set<String> known =
        Arrays.stream(Setting.values())
            .filter(setting -> setting.belongsTo(command))
            .map(Setting::option)
            .collect(Collectors.toSet());
    assertTrue(call.contains(command.name().toLowerCase(Locale.ROOT) + " "), call);
    assertTrue(known.containsAll(options(call)), call);
  }

  private static Set<String> options(String call) {
    return Pattern.compile("--[a-z-]+")
        .matcher(call)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
