package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.ShapeFault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Shape faults of what a request over a limit is answered, whatever it asked for. */
final class ThrottleFaults {
  private static final String WAIT = "Retry-After";

  private ThrottleFaults() {}

  static Stream<Fault> all() {
    return Stream.of(
        over("status-503", "is answered 503", answer -> answer.withStatus(503)),
        over("status-403", "is answered 403", answer -> answer.withStatus(403)),
        over("status-500", "is answered 500", answer -> answer.withStatus(500)),
        over("without-retry-after", "is not told how long to wait", answer -> wait(answer, "")),
        over(
            "retry-after-date",
            "is told when to come again as a date",
            answer ->
                wait(
                    answer,
                    DateTimeFormatter.RFC_1123_DATE_TIME
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.EPOCH.plusSeconds(4_000_000_000L)))),
        over(
            "retry-after-fraction",
            "is told a fraction of a second to wait",
            answer -> wait(answer, seconds(answer) + ".5")),
        over("retry-after-zero", "is told not to wait", answer -> wait(answer, "0")),
        over(
            "retry-after-negative",
            "is told to wait less than nothing",
            answer -> wait(answer, "-" + seconds(answer))),
        over("retry-after-word", "is told to wait a while", answer -> wait(answer, "soon")),
        over(
            "retry-after-milliseconds",
            "is told the milliseconds to wait",
            answer -> wait(answer, seconds(answer) + "000")),
        over(
            "retry-after-too-short",
            "is told half of the time to wait",
            answer -> wait(answer, Long.toString(seconds(answer) / 2))),
        over(
            "without-envelope",
            "is answered a sentence in plain text",
            answer ->
                new Answer(
                    answer.status(),
                    Map.of("Content-Type", "text/plain", WAIT, Long.toString(seconds(answer))),
                    "Too many requests".getBytes(StandardCharsets.UTF_8))),
        over(
            "without-body",
            "is answered without a body",
            answer ->
                new Answer(
                    answer.status(), Map.of(WAIT, Long.toString(seconds(answer))), new byte[0])));
  }

  private static long seconds(Answer answer) {
    return Long.parseLong(answer.headers().getOrDefault(WAIT, "0"));
  }

  private static Answer wait(Answer answer, String value) {
    return value.isEmpty() ? answer.withoutHeader(WAIT) : answer.withHeader(WAIT, value);
  }

  private static Fault over(String what, String does, UnaryOperator<Answer> change) {
    return new ShapeFault(
        "throttle-" + what,
        Optional.empty(),
        "a request over the limit " + does,
        (call, clean, again) -> clean.status() == 429 ? change.apply(clean) : clean);
  }
}
