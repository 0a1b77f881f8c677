package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Answer;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.report.result.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What each operation answers to a request without a token, the surest refusal there is: asked once
 * on each path in each version, since several checks look at the same answers.
 */
public final class Refusals {
  private final Map<Key, List<Refusal>> asked = new ConcurrentHashMap<>();

  private record Key(String version, String operation) {}

  /**
   * A request without a token and its answer.
   *
   * @param call with a client-request-id
   * @param at the target's time
   */
  public record Refusal(Call call, Answer answer, Exchange exchange, Instant at) {

    public Reply reply() {
      return new Reply(answer);
    }

    public String clientRequestId() {
      return call.headers().get("client-request-id");
    }

    @Override
    public String toString() {
      return call.toString();
    }
  }

  List<Refusal> of(String version, String operation, Supplier<List<Refusal>> first) {
    return asked.computeIfAbsent(new Key(version, operation), key -> first.get());
  }

  static Call anonymous(Call call) {
    return call.anonymous().header("client-request-id", UUID.randomUUID().toString());
  }
}
