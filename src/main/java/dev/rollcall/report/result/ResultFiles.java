package dev.rollcall.report.result;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files {@code contract.json}, {@code load.json} and {@code history.json} of a folder. Members
 * stand in the order of the records, instants in ISO form.
 */
public final class ResultFiles {
  /** Where a run writes unless told otherwise. */
  public static final Path USUAL_FOLDER = Path.of("target", "rollcall");

  static final String CONTRACT = "contract.json";
  static final String LOAD = "load.json";
  static final String HISTORY = "history.json";

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private ResultFiles() {}

  /**
   * Writes {@code contract.json}.
   *
   * @throws UnwritableResult if that is not possible
   */
  public static void write(ContractResult result, Path folder) {
    new WholeFile(folder.resolve(CONTRACT)).write(json(result));
  }

  /**
   * Writes {@code load.json}.
   *
   * @throws UnwritableResult if that is not possible
   */
  public static void write(LoadResult result, Path folder) {
    new WholeFile(folder.resolve(LOAD)).write(json(result));
  }

  /**
   * Writes {@code load.json} to a file of any name.
   *
   * @throws UnwritableResult if that is not possible
   */
  public static void writeAs(LoadResult result, Path file) {
    new WholeFile(file).write(json(result));
  }

  /**
   * Writes {@code history.json}.
   *
   * @throws UnwritableResult if that is not possible
   */
  public static void write(LoadHistory history, Path folder) {
    new WholeFile(folder.resolve(HISTORY)).write(json(history));
  }

  /**
   * Reads {@code contract.json}.
   *
   * @throws UnreadableResult if it is missing, damaged or something else
   */
  public static ContractResult contract(Path folder) {
    return read(
        folder.resolve(CONTRACT),
        ContractResult.class,
        ContractResult.KIND,
        ContractResult.FORMAT,
        "check");
  }

  /**
   * Reads {@code load.json}.
   *
   * @throws UnreadableResult if it is missing, damaged or something else
   */
  public static LoadResult load(Path folder) {
    return loadIn(folder.resolve(LOAD));
  }

  /**
   * Reads {@code load.json} from a file of any name.
   *
   * @throws UnreadableResult if it is missing, damaged or something else
   */
  public static LoadResult loadIn(Path file) {
    return read(file, LoadResult.class, LoadResult.KIND, LoadResult.FORMAT, "load");
  }

  /**
   * Reads {@code history.json}.
   *
   * @throws UnreadableResult if it is missing, damaged or something else
   */
  public static LoadHistory history(Path folder) {
    return read(
        folder.resolve(HISTORY), LoadHistory.class, LoadHistory.KIND, LoadHistory.FORMAT, "load");
  }

  /** As a file holds it. */
  public static String json(Object result) {
    var printer =
        new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(INDENT).withArrayIndenter(INDENT);
    return MAPPER.writer().with(printer).writeValueAsString(result) + "\n";
  }

  /** In one line. */
  public static String compact(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  private static <T> T read(Path file, Class<T> type, String kind, int format, String command) {
    String remedy = "; run " + command + " again";
    try {
      JsonNode tree = MAPPER.readTree(Files.readString(file));
      String foundKind = tree.path("kind").asString("none");
      if (!foundKind.equals(kind)) {
        throw new UnreadableResult(
            file + ": kind is '" + foundKind + "', not '" + kind + "'" + remedy);
      }
      int found = tree.path("format").asInt(0);
      if (found != format) {
        throw new UnreadableResult(
            file + ": format is " + found + ", this version reads " + format + remedy);
      }
      return MAPPER.treeToValue(tree, type);
    } catch (NoSuchFileException e) {
      throw new UnreadableResult(file + ": there is no such file" + remedy, e);
    } catch (CharacterCodingException e) {
      throw new UnreadableResult(file + ": is not UTF-8 text" + remedy, e);
    } catch (IOException e) {
      throw new UnreadableResult(
          file + ": cannot be read (" + e.getClass().getSimpleName() + ")" + remedy, e);
    } catch (JacksonException e) {
      throw new UnreadableResult(
          file + ": is not a " + kind + " result: " + firstSentence(e) + remedy, e);
    }
  }

  private static String firstSentence(JacksonException problem) {
    String message = problem.getOriginalMessage().lines().findFirst().orElse("");
    return message.length() > 160 ? message.substring(0, 160) : message;
  }
}
