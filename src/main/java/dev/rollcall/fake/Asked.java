package dev.rollcall.fake;

import dev.rollcall.presence.ReadPath;
import java.util.UUID;

/** Whom a path asks for. */
final class Asked {
  private Asked() {}

  /**
   * The person that a path names, the caller where it names nobody.
   *
   * @throws Refused if that is no id, or nobody's
   */
  static User user(Route route, World world) {
    UUID id =
        route.path() == ReadPath.ME
            ? world.me()
            : Guid.of(route.user())
                .orElseThrow(() -> Refused.invalid("The user id in the path is no GUID."));
    return world.find(id).orElseThrow(() -> Refused.notFound("There is no user of that id."));
  }
}
