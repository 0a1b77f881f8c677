package dev.rollcall.fake;

import dev.rollcall.presence.MessageRules.Shown;
import dev.rollcall.presence.Moment;
import dev.rollcall.presence.OutOfOffice;
import dev.rollcall.presence.Visible;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Makes stencils; one for all who look alike, but for words of their own. */
final class Stencils {
  private static final String NOBODY = new UUID(0, 0).toString();
  private static final int USUAL_NUMBER = "A0000000000".length();

  private final PresenceJson json;
  private final Map<Visible, Stencil> wordless = new ConcurrentHashMap<>();

  Stencils(PresenceJson json) {
    this.json = json;
  }

  Stencil of(Moment moment, Shown shown) {
    Visible visible = moment.visible();
    return isWordless(visible) && moment.sequenceNumber().length() == USUAL_NUMBER
        ? wordless.computeIfAbsent(visible, each -> rendered(moment, shown))
        : rendered(moment, shown);
  }

  // Else what is kept would have no bound.
  private static boolean isWordless(Visible visible) {
    return visible.message().isEmpty()
        && visible.outOfOffice().equals(OutOfOffice.NO)
        && visible.workLocation().flatMap(location -> location.place().placeId()).isEmpty();
  }

  private Stencil rendered(Moment moment, Shown shown) {
    return new Stencil(json.item(NOBODY, moment, shown), moment.sequenceNumber().length());
  }
}
