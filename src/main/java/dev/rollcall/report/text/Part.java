package dev.rollcall.report.text;

import dev.rollcall.report.result.ContractResult;
import java.util.Arrays;
import java.util.List;

/** All findings of one standing. */
public record Part(Standing standing, List<Chapter> chapters) {
  public Part {
    chapters = List.copyOf(chapters);
  }

  /** The parts that hold anything, what counts first. */
  public static List<Part> of(ContractResult result) {
    return Arrays.stream(Standing.values())
        .map(standing -> of(standing, result))
        .filter(part -> !part.chapters().isEmpty())
        .toList();
  }

  private static Part of(Standing standing, ContractResult result) {
    var findings =
        result.checks().stream().filter(finding -> Standing.of(finding) == standing).toList();
    return new Part(
        standing,
        standing == Standing.NOT_JUDGED ? Chapter.ofReasons(findings) : Chapter.of(findings));
  }

  /** How many checks it holds, each once for all versions in which it is the same. */
  public int size() {
    return chapters.stream().mapToInt(chapter -> chapter.rows().size()).sum();
  }
}
