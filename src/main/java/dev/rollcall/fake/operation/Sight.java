package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
import dev.rollcall.presence.Moment;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.ReadPath;
import dev.rollcall.presence.Visible;

/** What reads show of people: themselves, unless a fault mixes them up or looks back. */
record Sight(World world) {

  /** Whether everybody is shown as they are. */
  boolean clear(Call call, ReadPath path) {
    return call.faults().lapses().isEmpty() && !call.rules().reads().mistaken().contains(path);
  }

  /** What is shown under the id of a user. */
  Moment of(User user, Call call, ReadPath path) {
    ActiveFaults faults = call.faults();
    User shown = shown(user, call, path);
    Moment fresh = shown.moment(call.rules(), call.now());
    Moment stale = shown.before(call.rules(), call.now());
    Lapse some = path == ReadPath.BATCH ? Lapse.MANY_READS_STALE : Lapse.SINGLE_READS_STALE;
    if (faults.has(Lapse.READS_STALE) || faults.has(some)) {
      return stale;
    }
    Visible visible = visible(fresh.visible(), stale.visible(), faults);
    if (faults.has(Lapse.READS_SHOW_MESSAGE_OF_LAST_WRITTEN_USER)) {
      visible = with(visible, world.lastWritten().moment(call.rules(), call.now()).visible());
    }
    long stamp = faults.has(Lapse.SEQUENCE_NUMBER_STALE) ? stale.stamp() : fresh.stamp();
    return new Moment(visible, stamp, fresh.from(), fresh.until());
  }

  private User shown(User user, Call call, ReadPath path) {
    if (call.rules().reads().mistaken().contains(path)) {
      return world.stranger();
    }
    if (call.faults().has(Lapse.READS_SHOW_FIRST_USER)) {
      return world.find(world.me()).orElse(user);
    }
    return call.faults().has(Lapse.READS_SHOW_LAST_WRITTEN_USER) ? world.lastWritten() : user;
  }

  private static Visible visible(Visible fresh, Visible stale, ActiveFaults faults) {
    Pair pair =
        new Pair(
            faults.has(Lapse.AVAILABILITY_STALE)
                ? stale.pair().availability()
                : fresh.pair().availability(),
            faults.has(Lapse.ACTIVITY_STALE) ? stale.pair().activity() : fresh.pair().activity());
    Visible visible = new Visible(pair, fresh.message(), fresh.outOfOffice(), fresh.workLocation());
    return faults.has(Lapse.STATUS_MESSAGE_STALE) ? with(visible, stale) : visible;
  }

  private static Visible with(Visible visible, Visible message) {
    return new Visible(
        visible.pair(), message.message(), visible.outOfOffice(), visible.workLocation());
  }
}
