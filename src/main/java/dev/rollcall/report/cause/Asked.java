package dev.rollcall.report.cause;

import dev.rollcall.report.result.ContractResult;
import dev.rollcall.report.result.ContractResult.Finding;
import dev.rollcall.report.result.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An exchange of a finding, and what it asked for as far as its path tells.
 *
 * @param path without service root, version and query
 * @param operation the last segment of an action's path, "read" for one presence, "many" for a
 *     batch; empty for anything else
 * @param user the id in the path; empty for {@code /me} and batches
 */
record Asked(Finding finding, Exchange exchange, String path, String operation, String user) {
  static final String READ = "read";
  static final String MANY = "many";

  private static final Pattern PATH =
      Pattern.compile(
          "(?:/me/presence|/users/(?<user>[^/?]+)/presence|/communications/presences/(?<by>[^/?]+))"
              + "(?:/(?<action>\\w+))?(?:\\?.*)?$");
  private static final String BATCH = "/communications/getPresencesByUserId";

  /** The exchanges of all findings that carry evidence. */
  static List<Asked> of(ContractResult result) {
    return result.checks().stream()
        .filter(finding -> finding.outcome().needsEvidence())
        .flatMap(finding -> finding.exchanges().stream().map(e -> of(finding, e)))
        .toList();
  }

  private static Asked of(Finding finding, Exchange exchange) {
    String url = exchange.request().url();
    Matcher found = PATH.matcher(url);
    if (url.endsWith(BATCH)) {
      return new Asked(finding, exchange, BATCH, MANY, "");
    }
    if (!found.find()) {
      return new Asked(finding, exchange, url, "", "");
    }
    String user =
        Stream.of("user", "by").map(found::group).filter(g -> g != null).findFirst().orElse("");
    String operation = Optional.ofNullable(found.group("action")).orElse(READ);
    return new Asked(finding, exchange, found.group(), operation, user.toLowerCase(Locale.ROOT));
  }

  boolean isRead() {
    return operation.equals(READ) && exchange.request().method().equals("GET");
  }

  boolean isBatch() {
    return operation.equals(MANY) && exchange.request().method().equals("POST");
  }

  boolean isWrite() {
    return !operation.isEmpty()
        && !operation.equals(READ)
        && !operation.equals(MANY)
        && exchange.request().method().equals("POST");
  }

  /** The status; 0 where there was none. */
  int status() {
    return exchange.answer().map(Exchange.Response::status).orElse(0);
  }

  boolean isServed() {
    return status() / 100 == 2;
  }

  /** Whether the answer is for a browser. */
  boolean isPage() {
    return exchange.answer().stream()
        .flatMap(answer -> answer.headers().entrySet().stream())
        .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
        .anyMatch(header -> header.getValue().toLowerCase(Locale.ROOT).startsWith("text/html"));
  }

  /** Whether something came that is no whole answer. */
  boolean isUnreadable() {
    return exchange.answer().filter(a -> a.status() == 0 || a.cut()).isPresent();
  }

  boolean bearsToken() {
    return exchange.request().headers().keySet().stream()
        .anyMatch(name -> name.equalsIgnoreCase("Authorization"));
  }

  JsonNode asked() {
    return json(exchange.request().body());
  }

  JsonNode answered() {
    return exchange.answer().map(answer -> json(answer.body())).orElse(MissingNode.getInstance());
  }

  /** Availability and activity of a JSON object; empty where it lacks one of them. */
  static Optional<String> pair(JsonNode json) {
    String availability = json.path("availability").asString("");
    String activity = json.path("activity").asString("");
    return availability.isEmpty() || activity.isEmpty()
        ? Optional.empty()
        : Optional.of(availability + "/" + activity);
  }

  private static JsonNode json(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance(); // not JSON, or cut short: it tells nothing here
    }
  }
}
