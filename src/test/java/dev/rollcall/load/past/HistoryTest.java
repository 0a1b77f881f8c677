package dev.rollcall.load.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.report.result.LoadHistory.Run;
import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadVerdict;
import dev.rollcall.report.result.ResultFiles;
import dev.rollcall.target.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final MadeRun RUN = MadeRun.clean(2, 50);

  @TempDir Path folder;

  @Test
  void theLastTwentyRunsAreKeptTheOldestFirst() throws IOException {
    History history = History.in(folder.resolve("kept").toString());
    for (int day = 0; day < History.KEPT + 2; day++) {
      history.keep(run(day));
    }
    History.Kept kept = history.keep(run(History.KEPT + 2));
    assertEquals(List.of(), kept.warnings());
    List<Instant> starts = kept.history().runs().stream().map(Run::startedAt).toList();
    assertEquals(starts.stream().sorted().toList(), starts);
    assertEquals(run(3).startedAt(), starts.get(0));
    assertEquals(run(History.KEPT + 2).startedAt(), starts.get(History.KEPT - 1));
    assertEquals(History.KEPT, files(folder.resolve("kept")).size());
  }

  @Test
  void aRunIsKeptWithItsFigures() {
    Run run = History.in(folder.toString()).keep(run(0)).history().runs().get(0);
    assertEquals(LoadVerdict.PASSED, run.verdict());
    assertEquals(50, run.askedPerSecond());
    assertEquals(60, run.p50(), 15);
    assertTrue(run.p99() > run.p50(), run::toString);
  }

  @Test
  void otherProfilesHaveAHistoryOfTheirOwn() throws IOException {
    History history = History.in(folder.toString());
    history.keep(run(0));
    assertEquals(
        1, history.keep(Stored.USUAL.ofProfile("soak").of(RUN, 1)).history().runs().size());
    assertEquals(
        List.of(
            "20261101T100000.000Z-soak-staging.load.json",
            "20261101T100000.000Z-steady-staging.load.json"),
        files(folder));
  }

  @Test
  void damagedFilesAreSkippedAndTold() throws IOException {
    History history = History.in(folder.toString());
    history.keep(run(0));
    Path damaged = Files.writeString(folder.resolve("20250101-x.load.json"), "{\"kind\": \"lo");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    History.Kept kept = history.keep(run(1));
    assertEquals(2, kept.history().runs().size());
    assertEquals(1, kept.warnings().size());
    assertTrue(
        kept.warnings().get(0).startsWith("history: skipped, " + damaged),
        kept.warnings()::toString);
    assertEquals("{\"kind\": \"lo", Files.readString(damaged));
    assertEquals("mine", Files.readString(folder.resolve("notes.txt")));
  }

  @Test
  void aDamagedHistogramIsSkippedToo() throws IOException {
    History history = History.in(folder.toString());
    history.keep(run(0));
    Path file = folder.resolve(files(folder).get(0));
    Files.writeString(
        file, Files.readString(file).replaceAll("(ntendedHistogram\": \")[^\"]{20}", "$1"));
    assertEquals(
        List.of("history: skipped, " + file + ": a histogram cannot be decoded"),
        history.keep(run(1)).warnings());
  }

  @Test
  void aRunThatMeasuredNothingIsNotKept() throws IOException {
    LoadResult nothing = ResultFiles.load(Path.of("src/test/resources/report/not-allowed"));
    assertEquals(List.of(), History.in(folder.toString()).keep(nothing).history().runs());
    assertEquals(List.of(), files(folder));
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "");
    String said =
        assertThrows(InvalidSetting.class, () -> History.in(file.toString())).getMessage();
    assertTrue(said.startsWith("--history " + file + ": the folder cannot be made"), said);
  }

  private static LoadResult run(int day) {
    return Stored.USUAL.at(Stored.USUAL.startedAt().plusSeconds(86_400L * day)).of(RUN, day);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
