package dev.rollcall.fake.control;

import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.control.Latency.Spread;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The latency over HTTP. */
final class AdminLatency {
  private static final String FIXED = "fixed";
  private static final String UNIFORM = "uniform";
  private static final String LOGNORMAL = "lognormal";
  private static final String OPERATION = "operation";
  private static final Set<String> MEMBERS = Set.of(FIXED, UNIFORM, LOGNORMAL, OPERATION);
  private static final Pattern SHORT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(ms|s)");
  private static final double WIDEST = 5;
  private static final String FORM =
      "send {\"fixed\": \"20ms\"}, {\"uniform\": [\"10ms\", \"50ms\"]}, {\"lognormal\":"
          + " {\"median\": \"20ms\", \"sigma\": 0.4}} or {}, with \"operation\": \"getPresence\""
          + " if it is for one alone";

  private final Latency latency;

  AdminLatency(Latency latency) {
    this.latency = latency;
  }

  Map<String, Object> shown() {
    return latency.shown();
  }

  Map<String, Object> put(JsonNode body) {
    latency.set(body.isEmpty() ? Optional.empty() : Optional.of(spread(new Sent(body, FORM))));
    return shown();
  }

  private static Spread spread(Sent sent) {
    JsonNode json = sent.json();
    List<String> kinds =
        json.propertyNames().stream().filter(name -> !name.equals(OPERATION)).toList();
    if (kinds.size() != 1 || !MEMBERS.contains(kinds.get(0))) {
      throw sent.wrong("it is not clear how answers should be delayed");
    }
    Optional<GraphOperation> operation =
        sent.text(OPERATION).map(text -> GraphOperation.named(text, FORM));
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(kinds.get(0), json.path(kinds.get(0)));
    operation.ifPresent(each -> shown.put(OPERATION, each.text()));
    return switch (kinds.get(0)) {
      case FIXED -> {
        double millis = millis(json.path(FIXED), FIXED, sent);
        yield new Spread(operation, random -> millis, shown);
      }
      case UNIFORM -> uniform(sent, operation, shown);
      default -> lognormal(sent, operation, shown);
    };
  }

  private static Spread uniform(
      Sent sent, Optional<GraphOperation> operation, Map<String, Object> shown) {
    JsonNode ends = sent.json().path(UNIFORM);
    if (!ends.isArray() || ends.size() != 2) {
      throw sent.wrong("'uniform' is no list of two delays");
    }
    double least = millis(ends.get(0), UNIFORM, sent);
    double most = millis(ends.get(1), UNIFORM, sent);
    if (least > most) {
      throw sent.wrong("'uniform' ends before it begins");
    }
    return new Spread(operation, random -> least + random.nextDouble() * (most - least), shown);
  }

  private static Spread lognormal(
      Sent sent, Optional<GraphOperation> operation, Map<String, Object> shown) {
    Sent inner = sent.inner(LOGNORMAL).orElseThrow(() -> sent.wrong("'lognormal' is no object"));
    double median = millis(inner.json().path("median"), "median", sent);
    JsonNode sigma = inner.json().path("sigma");
    if (!sigma.isNumber() || !(sigma.doubleValue() >= 0 && sigma.doubleValue() <= WIDEST)) {
      throw sent.wrong("'sigma' is no number from 0 to 5");
    }
    double width = sigma.doubleValue();
    return new Spread(operation, random -> median * Math.exp(width * random.nextGaussian()), shown);
  }

  private static double millis(JsonNode delay, String member, Sent sent) {
    double millis = delay.isString() ? millis(delay.stringValue(), member, sent) : -1;
    if (millis < 0 || millis > Latency.LONGEST_MILLIS) {
      throw sent.wrong("'" + member + "' has no delay from 0ms to 60s");
    }
    return millis;
  }

  private static double millis(String text, String member, Sent sent) {
    Matcher matcher = SHORT.matcher(text);
    if (matcher.matches()) {
      return Double.parseDouble(matcher.group(1)) * (matcher.group(2).equals("s") ? 1_000 : 1);
    }
    try {
      Duration delay = Duration.parse(text);
      return delay.getSeconds() * 1e3 + delay.getNano() / 1e6;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + member + "' has no delay such as 20ms; " + FORM, e);
    }
  }
}
