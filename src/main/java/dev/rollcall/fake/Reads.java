package dev.rollcall.fake;

import dev.rollcall.presence.Decision;
import dev.rollcall.presence.Rules;
import java.nio.charset.StandardCharsets;

/** Reads of one user's presence. */
record Reads(Rendering rendering) implements Handler {

  @Override
  public Answer answer(Call call, World world, Rules rules) {
    Account asked = Handler.subject(call, world);
    call.requireMethod();
    Account shown =
        switch (rules.decision(Decision.Subject.class)) {
          case USER_ASKED_FOR -> asked;
          case ANOTHER_USER -> world.anotherThan(asked);
        };
    // The caller decides, not the path: the own id gives the own view (facts, D-43).
    boolean own = shown == world.me();
    byte[] presence =
        own
            ? rendering.of(shown.id(), shown.presence(call.now(), rules), true, rules)
            : shown.asOthersSeeIt(call.now(), rules, rendering);
    return Answer.json(withContext(context(call, shown), presence));
  }

  private static String context(Call call, Account shown) {
    String root = call.origin() + "/" + call.version() + "/$metadata#";
    return call.isCommunications()
        ? root + "communications/presences/$entity"
        : root + "users('" + shown.id() + "')/presence/$entity";
  }

  /** Puts the context before the first member of an object that is rendered already. */
  private static byte[] withContext(String context, byte[] object) {
    byte[] head = ("{\"@odata.context\":\"" + context + "\",").getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[head.length + object.length - 1];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(object, 1, whole, head.length, object.length - 1);
    return whole;
  }
}
