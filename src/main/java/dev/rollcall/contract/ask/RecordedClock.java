package dev.rollcall.contract.ask;

import dev.rollcall.report.result.Exchange;
import dev.rollcall.target.Target;
import dev.rollcall.target.TargetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The target's clock; that it was moved stands among the exchanges of a check, since it explains
 * them.
 */
public record RecordedClock(Target target, CheckRecord record) implements TargetClock {

  @Override
  public Instant instant() {
    return target.clock().instant();
  }

  @Override
  public void advance(Duration by) {
    target.clock().advance(by);
    String body = "{\"advance\":\"" + by + "\"}";
    var request =
        new Exchange.Request("POST", target.origin() + "/__admin/presence/clock", Map.of(), body);
    record.addMoved(new Exchange(request, new Exchange.Response(200, Map.of(), "", false), 0));
  }
}
