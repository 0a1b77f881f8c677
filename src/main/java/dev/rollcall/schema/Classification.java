package dev.rollcall.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.rollcall.schema.Violation.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Turns what the validator reports into violations: it reports every branch of an {@code anyOf},
 * while a reader wants one difference once.
 */
final class Classification {
  private static final String ANY_OF = "anyOf";
  private static final int LONGEST_VALUE = 200;

  private final Set<String> wrongTypes = new HashSet<>();
  private final Set<String> mistypedPairs = new HashSet<>();
  private final List<Error> errors;

  Classification(List<Error> errors) {
    this.errors = errors;
    errors.stream()
        .filter(error -> error.getKeyword().equals("type") && !isNullBranch(error))
        .forEach(error -> wrongTypes.add(error.getInstanceLocation().toString()));
    errors.stream()
        .filter(error -> isCombination(error) && hasWrongType(error))
        .forEach(error -> mistypedPairs.add(error.getInstanceLocation().getParent().toString()));
  }

  List<Violation> violations() {
    Set<Violation> found = new LinkedHashSet<>();
    for (Error error : errors) {
      if (!isEcho(error)) {
        found.add(violation(error));
      }
    }
    return new ArrayList<>(found);
  }

  /** What only says in other words that a type is wrong, or that a value is not null. */
  private boolean isEcho(Error error) {
    if (isCombination(error)) {
      return mistypedPairs.contains(error.getInstanceLocation().getParent().toString());
    }
    return isNullBranch(error) || (error.getKeyword().equals("enum") && hasWrongType(error));
  }

  private boolean hasWrongType(Error error) {
    return wrongTypes.contains(error.getInstanceLocation().toString());
  }

  private static Violation violation(Error error) {
    String pointer = pointer(error.getInstanceLocation());
    String keyword = error.getKeyword();
    JsonNode node = error.getInstanceNode();
    if (isOpenList(error)) {
      return violation(Kind.UNKNOWN_VALUE, pointer, error, ANY_OF, node.toString());
    }
    if (isCombination(error)) {
      String owner = pointer(error.getInstanceLocation().getParent());
      return violation(Kind.SCHEMA, owner, error, ANY_OF, "");
    }
    return switch (keyword) {
      case "additionalProperties" ->
          violation(
              Kind.UNKNOWN_MEMBER,
              pointer + "/" + escaped(error.getProperty()),
              error,
              keyword,
              node.path(error.getProperty()).toString());
      case "required" ->
          violation(Kind.SCHEMA, pointer + "/" + escaped(error.getProperty()), error, keyword, "");
      default -> violation(Kind.SCHEMA, pointer, error, keyword, node.toString());
    };
  }

  private static Violation violation(
      Kind kind, String pointer, Error error, String keyword, String value) {
    String file = error.getSchemaLocation().getAbsoluteIri().toString();
    return new Violation(
        kind, pointer, file.substring(file.lastIndexOf('/') + 1), keyword, cut(value));
  }

  /** A branch of the two lists, documented and observed. */
  private static boolean isOpenList(Error error) {
    return error.getKeyword().equals("enum")
        && isElement(error, 4, ANY_OF)
        && isElement(error, 2, "$ref");
  }

  /** A branch of the allowed combinations of a request. */
  private static boolean isCombination(Error error) {
    return error.getKeyword().equals("enum")
        && isElement(error, 5, ANY_OF)
        && isElement(error, 3, "properties");
  }

  /** The branch by which a reference may be null; the other branch says what is wrong. */
  private static boolean isNullBranch(Error error) {
    return error.getKeyword().equals("type") && isElement(error, 3, ANY_OF);
  }

  private static boolean isElement(Error error, int fromEnd, String name) {
    NodePath path = error.getEvaluationPath();
    int index = path.getNameCount() - fromEnd;
    return index >= 0 && path.getElement(index).equals(name);
  }

  private static String pointer(NodePath path) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      Object element = path.getElement(i);
      pointer
          .append('/')
          .append(element instanceof Integer ? "*" : escaped(String.valueOf(element)));
    }
    return pointer.toString();
  }

  private static String escaped(String member) {
    return encodable(member).replace("~", "~0").replace("/", "~1");
  }

  /** The beginning of a value; a pair of surrogates is not torn apart. */
  static String cut(String value) {
    if (value.length() <= LONGEST_VALUE) {
      return encodable(value);
    }
    boolean torn = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1));
    return encodable(value.substring(0, torn ? LONGEST_VALUE - 1 : LONGEST_VALUE));
  }

  /** JSON can hold half a pair of surrogates, which no report could be written with. */
  private static String encodable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
