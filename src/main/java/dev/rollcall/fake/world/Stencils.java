package dev.rollcall.fake.world;

import dev.rollcall.presence.MessageRules.Shown;
import dev.rollcall.presence.Moment;
import dev.rollcall.presence.OutOfOffice;
import dev.rollcall.presence.Visible;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Makes stencils; one for all who look alike, but for words that few have. */
public final class Stencils {
  private static final String NOBODY = new UUID(0, 0).toString();
  private static final int USUAL_NUMBER = "A".length() + Decimal.DIGITS;
  // The words of users have no bound; of these only the first are shared.
  private static final int MOST_WITH_WORDS = 512;
  private static final int MOST = 1_023;

  private final PresenceJson json;
  private final Map<Visible, Stencil> known = new ConcurrentHashMap<>();
  // Of each index; whoever knows the index got it after it was written here.
  private final Stencil[] shared = new Stencil[MOST + 1];
  private int lastIndex;

  public Stencils(PresenceJson json) {
    this.json = json;
  }

  public Stencil of(Moment moment, Shown shown) {
    if (moment.sequenceNumber().length() != USUAL_NUMBER) {
      return rendered(moment, shown, Stencil.OWN);
    }
    Stencil same = known.get(moment.visible());
    return same == null ? made(moment, shown) : same;
  }

  /** The one of an index. */
  public Stencil shared(int index) {
    return shared[index];
  }

  private synchronized Stencil made(Moment moment, Shown shown) {
    Stencil same = known.get(moment.visible());
    if (same != null) {
      return same;
    }
    if (lastIndex >= (isWordless(moment.visible()) ? MOST : MOST_WITH_WORDS)) {
      return rendered(moment, shown, Stencil.OWN);
    }
    Stencil fresh = rendered(moment, shown, ++lastIndex);
    shared[fresh.index()] = fresh;
    known.put(moment.visible(), fresh);
    return fresh;
  }

  private static boolean isWordless(Visible visible) {
    return visible.message().isEmpty()
        && visible.outOfOffice().equals(OutOfOffice.NO)
        && visible.workLocation().flatMap(location -> location.place().placeId()).isEmpty();
  }

  private Stencil rendered(Moment moment, Shown shown, int index) {
    return new Stencil(index, json.item(NOBODY, moment, shown));
  }
}
