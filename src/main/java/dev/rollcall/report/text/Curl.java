package dev.rollcall.report.text;

import dev.rollcall.report.result.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a command for a POSIX shell, in one line. The token is named by its variable and
 * never written out.
 *
 * @param command what to type
 * @param gap why the command is not the whole request; empty if it is
 */
public record Curl(String command, String gap) {
  /** Of a token of which the record does not tell the variable. */
  private static final String TOKEN = "$ROLLCALL_TOKEN";

  private static final Pattern BEARER =
      Pattern.compile("Bearer (\\*\\*\\*|\\$ROLLCALL_[A-Z0-9_]+)");
  private static final Pattern SHORTENED = Pattern.compile("(?s)(.*)… \\((\\d+) bytes\\)");

  /** The command that sends a recorded request again. */
  public static Curl of(Exchange.Request request) {
    Matcher shortened = SHORTENED.matcher(request.body());
    if (shortened.matches()) {
      return new Curl(
          command(request, " --data-binary @body", ""),
          Figures.count(shortened.group(1).length())
              + " of the body's "
              + Figures.count(Long.parseLong(shortened.group(2)))
              + " bytes are on record: the command sends a file 'body' that you have to write");
    }
    String gap =
        request.body().contains("\ufffd") ? "some bytes of the body were no text and are lost" : "";
    return request.body().codePoints().allMatch(Curl::isPrintable)
        ? new Curl(command(request, data(request), ""), gap)
        : new Curl(command(request, " --data-binary @-", printf(request.body()) + " | "), gap);
  }

  /** Whether the command is the request as it was sent. */
  public boolean isWhole() {
    return gap.isEmpty();
  }

  private static String command(Exchange.Request request, String data, String before) {
    var command = new StringBuilder(before).append("curl -i");
    if (request.method().equals("HEAD")) {
      command.append(" --head");
    } else if (!request.method().equals("GET") || !data.isEmpty()) {
      command.append(" -X ").append(word(request.method()));
    }
    if (Pattern.compile("[\\[\\]{}]").matcher(request.url()).find()) {
      command.append(" --globoff");
    }
    if (request.url().contains("/.")) {
      command.append(" --path-as-is");
    }
    command.append(' ').append(quoted(oneLine(request.url())));
    headers(request, !data.isEmpty()).forEach(header -> command.append(" -H ").append(header));
    return command.append(data).toString();
  }

  /** An empty body is sent as well, where its length would otherwise not be told. */
  private static String data(Exchange.Request request) {
    boolean none = request.body().isEmpty();
    return none && !request.method().equals("POST") && !request.method().equals("PUT")
        ? ""
        : " --data-raw " + quoted(request.body());
  }

  private static List<String> headers(Exchange.Request request, boolean withData) {
    var headers = new ArrayList<String>();
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      headers.add(
          variable(header)
              .map(variable -> '"' + header.getKey() + ": Bearer " + variable + '"')
              .orElseGet(() -> quoted(oneLine(header.getKey() + ": " + header.getValue()))));
    }
    boolean typed =
        request.headers().keySet().stream()
            .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals("content-type"));
    if (withData && !typed) {
      // Left to itself, curl would call it a form.
      headers.add("'Content-Type:'");
    }
    return headers;
  }

  private static Optional<String> variable(Map.Entry<String, String> header) {
    Matcher bearer = BEARER.matcher(header.getValue());
    return header.getKey().equalsIgnoreCase("Authorization") && bearer.matches()
        ? Optional.of(bearer.group(1).equals("***") ? TOKEN : bearer.group(1))
        : Optional.empty();
  }

  private static String word(String text) {
    return text.matches("[A-Za-z]+") ? text : quoted(oneLine(text));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** What a URL or header cannot hold, and a line of a report must not. */
  private static String oneLine(String text) {
    return text.codePoints()
        .map(c -> isPrintable(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A command that prints a text with control characters, byte by byte. */
  private static String printf(String text) {
    var format = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isPrintable(c)) {
                String character = Character.toString(c);
                format.append(c == '\\' || c == '%' ? character + character : character);
              } else {
                for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  format.append(String.format(Locale.ROOT, "\\%03o", octet & 0xff));
                }
              }
            });
    return (text.startsWith("-") ? "printf -- " : "printf ") + quoted(format.toString());
  }

  private static boolean isPrintable(int character) {
    return PlainText.isHarmless(character);
  }
}
