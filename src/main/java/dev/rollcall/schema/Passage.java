package dev.rollcall.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of a long document that a reader has to see. Begins and, where it can, ends before a
 * member or an object, so that whoever hides what people wrote can tell names from values.
 */
public final class Passage {
  private static final int CONTEXT = 2_000;
  private static final String ANY_INDEX = "*";

  private final byte[] body;
  private final int longest;
  private final List<Cut> cuts = new ArrayList<>();
  private int place = -1;

  /** Where the text may be cut, and how deep in the document that is. */
  private record Cut(int offset, int depth) {}

  private Passage(byte[] body, int longest) {
    this.body = body;
    this.longest = longest;
  }

  /**
   * That part around a violation; empty where the beginning shows it anyway, or nothing does.
   *
   * @param pointer to the violation, array indices read as {@code *}
   * @param value the beginning of what stands there; empty for a member that is missing
   * @param longest about how many bytes a reader bears
   */
  public static Optional<String> around(byte[] body, String pointer, String value, int longest) {
    return body.length <= longest
        ? Optional.empty()
        : StrictJson.read(body)
            .flatMap(
                json -> pointers(json, pointer).filter(at -> isSeen(json, at, value)).findFirst())
            .flatMap(at -> new Passage(body, longest).at(at));
  }

  /** Every place that a pointer with {@code *} for indices may mean; the last member may lack. */
  private static Stream<JsonPointer> pointers(JsonNode json, String pointer) {
    Stream<JsonPointer> found = Stream.of(JsonPointer.empty());
    String[] segments = pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
    for (String segment : segments) {
      found = found.flatMap(at -> below(json.at(at), at, segment));
    }
    return found;
  }

  private static Stream<JsonPointer> below(JsonNode node, JsonPointer at, String segment) {
    if (node.isArray()) {
      return segment.equals(ANY_INDEX)
          ? IntStream.range(0, node.size()).mapToObj(at::appendIndex)
          : Stream.of();
    }
    return node.isObject()
        ? Stream.of(at.appendProperty(segment.replace("~1", "/").replace("~0", "~")))
        : Stream.of();
  }

  private static boolean isSeen(JsonNode json, JsonPointer at, String value) {
    JsonNode node = json.at(at);
    if (value.isEmpty()) {
      return node.isMissingNode() || node.isObject();
    }
    return !node.isMissingNode()
        && (node.toString().startsWith(value) || node.asString("").equals(value));
  }

  /** Empty where the part that was kept shows the place anyway. */
  private Optional<String> at(JsonPointer pointer) {
    find(pointer);
    if (place < 0) {
      find(pointer.head()); // of a member that is missing
    }
    return place < longest - CONTEXT ? Optional.empty() : Optional.of(text());
  }

  private void find(JsonPointer pointer) {
    String sought = pointer.toString();
    cuts.clear();
    try (JsonParser tokens = JsonMapper.shared().createParser(body)) {
      for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
        int offset = (int) tokens.currentTokenLocation().getByteOffset();
        if (token == JsonToken.PROPERTY_NAME || token == JsonToken.START_OBJECT) {
          cuts.add(new Cut(offset, tokens.streamReadContext().getNestingDepth()));
        }
        if (place < 0 && sought.equals(tokens.streamReadContext().pathAsPointer().toString())) {
          place = offset;
        }
      }
    }
  }

  private String text() {
    int start =
        cuts.stream()
            .filter(cut -> cut.offset() <= place && cut.offset() >= place - CONTEXT)
            .min(Comparator.comparing(Cut::depth))
            .map(Cut::offset)
            .orElse(place);
    int most = Math.min(body.length, start + longest);
    int end = most == body.length ? most : end(most);
    return before(start)
        + new String(Arrays.copyOfRange(body, start, end), StandardCharsets.UTF_8)
        + (end == body.length ? "" : " … (" + count(body.length - end) + " bytes after)");
  }

  private int end(int most) {
    return cuts.stream()
        .map(Cut::offset)
        .filter(offset -> offset > place + CONTEXT && offset <= most)
        .reduce((first, last) -> last)
        .orElseGet(() -> betweenCharacters(most));
  }

  private int betweenCharacters(int most) {
    int end = most;
    while ((body[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }

  private static String before(int start) {
    return "… (" + count(start) + " bytes before) ";
  }

  private static String count(int bytes) {
    return String.format(Locale.ROOT, "%,d", bytes);
  }
}
