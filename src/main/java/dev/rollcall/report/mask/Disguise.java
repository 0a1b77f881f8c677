package dev.rollcall.report.mask;

import dev.rollcall.report.result.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of the people in a run's exchanges, and texts without them. */
final class Disguise {
  private static final Set<String> IDS = Set.of("id", "ids");
  private static final Set<String> NOBODYS = Set.of("sessionid", "request-id", "client-request-id");
  private static final Pattern PATH_ID =
      Pattern.compile("\\b(users|presences)(/|\\('?)([^/?#'\"(){}\\s]+)");
  private static final Pattern GUID =
      Pattern.compile("\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");

  /** What stands below these is a person's, but for what is named next. */
  private static final Set<String> PERSONAL =
      Set.of("statusMessage", "outOfOfficeSettings", "content");

  private static final Set<String> NO_TEXT =
      Set.of("contentType", "dateTime", "timeZone", "@odata.type");

  private final People people = new People();
  private final FreeText freeText = new FreeText();
  private final Set<String> nobodys = new HashSet<>();

  Disguise(Collection<String> knownIds, List<Exchange> exchanges) {
    knownIds.forEach(people::meet);
    exchanges.forEach(exchange -> eachText(exchange, this::noteNobodys));
    exchanges.forEach(exchange -> eachText(exchange, this::meet));
  }

  /** A path, a header or a string of a body. */
  String text(String text) {
    var masked = new StringBuilder();
    Matcher found = PATH_ID.matcher(text);
    int from = 0;
    while (found.find()) {
      masked.append(people.namedIn(text.substring(from, found.start(3))));
      masked.append(people.nameOf(decoded(found.group(3))));
      from = found.end();
    }
    return masked.append(people.namedIn(text.substring(from))).toString();
  }

  /** A sentence of ours, which may quote what people wrote. */
  String sentence(String sentence) {
    return text(WrittenText.hiddenIn(freeText.hiddenIn(sentence), WrittenText.SENTENCE));
  }

  String body(String body) {
    return JsonStrings.rewritten(WrittenText.hiddenIn(body, WrittenText.BODY), "", new Masking());
  }

  /** A value that a violation quotes, with the pointer to where it stood. */
  String value(String pointer, String value) {
    List<String> path = List.of(pointer.split("/"));
    String member = path.get(path.size() - 1);
    List<String> around = path.subList(0, path.size() - 1);
    if (pointer.startsWith("/error")) {
      return text(value);
    }
    boolean whole = value.startsWith("{") || value.startsWith("[");
    if (isFreeText(member, around, false) && !value.isEmpty() && !whole) {
      return value.equals("null") ? value : FreeText.HIDDEN;
    }
    return value.startsWith("\"") || !IDS.contains(member)
        ? JsonStrings.rewritten(
            WrittenText.hiddenIn(value, WrittenText.SENTENCE), around, member, new Masking())
        : people.nameOf(value);
  }

  private final class Masking implements JsonStrings.Rewriting {
    @Override
    public String of(
        String member, Collection<String> around, String value, boolean whole, boolean inError) {
      if (isFreeText(member, around, inError)) {
        return value.isEmpty() ? value : FreeText.HIDDEN;
      }
      if (IDS.contains(member)) {
        return whole ? people.nameOf(value) : FreeText.HIDDEN;
      }
      return text(inError ? value : WrittenText.hiddenIn(value, WrittenText.SENTENCE));
    }

    @Override
    public String between(String text) {
      return text(text);
    }
  }

  private static void eachText(Exchange exchange, JsonStrings.Rewriting reader) {
    reader.of("url", List.of(), exchange.request().url(), true, false);
    eachText(exchange.request().headers(), exchange.request().body(), reader);
    exchange.answer().ifPresent(answer -> eachText(answer.headers(), answer.body(), reader));
  }

  private static void eachText(
      Map<String, String> headers, String body, JsonStrings.Rewriting reader) {
    headers.forEach((name, value) -> reader.of("header " + name, List.of(), value, true, false));
    JsonStrings.rewritten(body, "", reader);
  }

  private String noteNobodys(
      String member, Collection<String> around, String value, boolean whole, boolean inError) {
    if (NOBODYS.contains(member.replace("header ", "").toLowerCase(Locale.ROOT))) {
      nobodys.add(value.toLowerCase(Locale.ROOT));
    }
    return value;
  }

  private String meet(
      String member, Collection<String> around, String value, boolean whole, boolean inError) {
    if (IDS.contains(member) && whole) {
      people.meetStranger(value);
    } else if (isFreeText(member, around, inError)) {
      freeText.remember(value);
    } else {
      PATH_ID.matcher(value).results().forEach(f -> people.meetStranger(decoded(f.group(3))));
    }
    if (inError && member.equals("message")) {
      // Graph names the caller and the asked user in the message of a refused write.
      GUID.matcher(value)
          .results()
          .map(MatchResult::group)
          .filter(guid -> !nobodys.contains(guid.toLowerCase(Locale.ROOT)))
          .forEach(people::meet);
    }
    return value;
  }

  /** A message is a person's, unless it explains an error. */
  private static boolean isFreeText(String member, Collection<String> around, boolean inError) {
    boolean named =
        PERSONAL.contains(member)
            || (member.equals("message") && !inError)
            || around.stream().anyMatch(PERSONAL::contains);
    return named && !NO_TEXT.contains(member);
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Some checks send a path that is wrongly encoded: then the id is what stands there.
      return segment;
    }
  }
}
