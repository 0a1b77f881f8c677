package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.presence.ClearAutomaticLocation;
import dev.rollcall.presence.ClearLocation;
import dev.rollcall.presence.LocationRules;
import dev.rollcall.presence.SetAutomaticLocation;
import dev.rollcall.presence.SetManualLocation;
import dev.rollcall.presence.WorkLocationType;
import dev.rollcall.presence.Write;
import java.util.Optional;
import java.util.function.Function;

/** What the four operations on the location are sent. */
final class LocationBodies implements Function<Call, Write> {

  @Override
  public Write apply(Call call) {
    return switch (call.route().orElseThrow().operation()) {
      case CLEAR_AUTOMATIC_LOCATION -> {
        Body.ignored(call);
        yield new ClearAutomaticLocation();
      }
      case CLEAR_LOCATION -> {
        Body.ignored(call);
        yield new ClearLocation();
      }
      case SET_AUTOMATIC_LOCATION -> {
        Body body = Body.of(call);
        yield new SetAutomaticLocation(type(body, call.rules().locations()), body.text("placeId"));
      }
      default -> {
        Body body = Body.of(call);
        yield new SetManualLocation(type(body, call.rules().locations()), body.text("placeId"));
      }
    };
  }

  private static Optional<WorkLocationType> type(Body body, LocationRules rules) {
    return body.text("workLocationType")
        .map(
            text ->
                WorkLocationType.of(text)
                    .orElseGet(
                        () -> {
                          if (rules.unknown() == LocationRules.Unknown.REFUSED) {
                            throw Refused.invalid("WorkLocationType has no such value.");
                          }
                          return WorkLocationType.UNSPECIFIED;
                        }));
  }
}
