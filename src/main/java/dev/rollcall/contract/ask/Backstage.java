package dev.rollcall.contract.ask;

import dev.rollcall.report.result.Exchange;
import dev.rollcall.target.Arrangements.Arranged;
import dev.rollcall.target.Target;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a check arranges behind the scenes of our fake, on its record. A limit ends with the check.
 */
public final class Backstage implements AutoCloseable {
  private final Target target;
  private final Settling settling;
  private final CheckRecord record;
  private boolean limited;

  public Backstage(Target target, Settling settling, CheckRecord record) {
    this.target = target;
    this.settling = settling;
    this.record = record;
  }

  public void outOfOffice(User user, boolean out, Optional<String> message) {
    add(target.arrangements().outOfOffice(user.id(), out, message));
    settling.written(user.id());
  }

  public void schedule(User user, String workLocationType) {
    add(target.arrangements().schedule(user.id(), workLocationType));
    settling.written(user.id());
  }

  /** Limits each application; needs THROTTLE. */
  public void limit(int requests, Duration window) {
    limited = true;
    add(target.arrangements().limit(requests, window));
  }

  /** Keeps documented limits by their names, so many requests of each made already. */
  public void keepLimits(int spent, String... names) {
    limited = true;
    add(target.arrangements().keepLimits(spent, names));
  }

  private void add(Arranged arranged) {
    var request =
        new Exchange.Request("PUT", target.origin() + arranged.path(), Map.of(), arranged.body());
    record.addMoved(new Exchange(request, new Exchange.Response(200, Map.of(), "", false), 0));
  }

  @Override
  public void close() {
    if (limited) {
      target.arrangements().keepLimits(0);
    }
  }
}
