package dev.rollcall.load.question;

import dev.rollcall.report.result.LoadResult.Items;
import dev.rollcall.schema.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges answers to batch lookups: whether exactly the asked users are in it, then its form. That
 * answered ids are asked ids follows from what the operation means (DERIVED); ids compare without
 * regard to case.
 */
public record BatchJudge(Forms forms) implements AnswerJudge {
  public static final String OPERATION = "getPresencesByUserId";

  static final String MISSING = "asked ids are missing";
  static final String UNASKED = "ids nobody asked for";
  static final String UNREADABLE = "cannot be read";
  static final String NO_LIST = "no list of presences";

  private static final String PLACE = "/value/*/id";

  @Override
  public Judgement served(List<String> asked, byte[] body) {
    try {
      Reading reading = new Reading(asked);
      return reading
          .obstacle(body)
          .map(kind -> Judgement.unreadable(asked.size(), kind))
          .orElseGet(reading::judgement);
    } catch (JacksonException e) {
      return Judgement.unreadable(asked.size(), UNREADABLE);
    }
  }

  @Override
  public List<Violation> violations(byte[] body) {
    return forms.violations(OPERATION, body);
  }

  /** One pass over an answer without building a tree of it: it happens where requests wait. */
  private static final class Reading {
    private final int size;
    private final Set<String> open;
    private int unasked;
    private Optional<String> stranger = Optional.empty();

    Reading(List<String> asked) {
      size = asked.size();
      open = new HashSet<>(2 * size);
      asked.forEach(id -> open.add(id.toLowerCase(Locale.ROOT)));
    }

    /** Why nothing can be read there; empty if it can. */
    Optional<String> obstacle(byte[] body) {
      boolean found = false;
      try (JsonParser json = JsonMapper.shared().createParser(body)) {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_OBJECT) {
          return Optional.of(first == null ? UNREADABLE : NO_LIST);
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean value = json.currentName().equals("value");
          if (json.nextToken() == JsonToken.START_ARRAY && value) {
            found = true;
            list(json);
          } else {
            json.skipChildren();
          }
        }
        if (json.nextToken() != null) {
          return Optional.of(UNREADABLE); // something comes after it
        }
      }
      return found ? Optional.empty() : Optional.of(NO_LIST);
    }

    private void list(JsonParser json) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        String id = "";
        if (json.currentToken() == JsonToken.START_OBJECT) {
          id = id(json);
        } else {
          json.skipChildren();
        }
        // An id that is answered twice is nobody's the second time.
        if (!open.remove(id.toLowerCase(Locale.ROOT))) {
          unasked++;
          stranger = stranger.isPresent() ? stranger : Optional.of(id);
        }
      }
    }

    private static String id(JsonParser json) {
      String id = "";
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean named = json.currentName().equals("id");
        if (json.nextToken() == JsonToken.VALUE_STRING && named) {
          id = json.getString();
        } else {
          json.skipChildren();
        }
      }
      return id;
    }

    Judgement judgement() {
      int missing = open.size();
      Optional<Flaw> flaw =
          stranger
              .map(
                  id -> new Flaw(missing > 0 ? MISSING + ", others are there" : UNASKED, PLACE, id))
              .or(() -> missing > 0 ? Optional.of(Flaw.of(MISSING)) : Optional.empty());
      return Judgement.of(new Items(size, size - missing, missing, unasked, 0, 0), flaw);
    }
  }
}
