package dev.rollcall.definition;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON lists that stand beside the pages. */
final class Ledger {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  static final List<String> FILES = List.of("observed.json", "untestable.json");

  private final Map<String, String> files;

  Ledger(Map<String, String> files) {
    this.files = files;
  }

  List<ObservedValue> observed() {
    return read(FILES.get(0), ObservedValue[].class, "property, value, source and date");
  }

  List<Untestable> untestable() {
    return read(FILES.get(1), Untestable[].class, "statement and reason");
  }

  /** What a version other than the base lacks. */
  List<Absent> absent(String version) {
    return read(absentFile(version), Absent[].class, "page and reason");
  }

  static String absentFile(String version) {
    return version + "/absent.json";
  }

  private <T> List<T> read(String file, Class<T[]> type, String members) {
    String text = files.get(file);
    Place place = new Place(file, 1);
    if (text == null) {
      throw new MalformedPage(place, "this list is missing", "add it; [] says that it is empty");
    }
    try {
      return List.of(JSON.readValue(text, type));
    } catch (JacksonException broken) {
      int line = broken.getLocation() == null ? 1 : Math.max(broken.getLocation().getLineNr(), 1);
      throw new MalformedPage(
          new Place(file, line),
          "this list cannot be read",
          "write a JSON array of objects with " + members,
          broken);
    }
  }
}
