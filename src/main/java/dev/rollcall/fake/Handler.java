package dev.rollcall.fake;

import dev.rollcall.presence.Rules;

/** Answers the operations of one family. */
interface Handler {

  /**
   * @throws Refusal if the request is to be refused
   */
  Answer answer(Call call, World world, Rules rules);

  /**
   * The user whom the path names.
   *
   * @throws Refusal if the id is no GUID, or nobody has it
   */
  static Account subject(Call call, World world) {
    if (call.isMe()) {
      return world.me();
    }
    if (!Guids.isGuid(call.id())) {
      throw Refusal.badRequest("The id '" + call.id() + "' is no GUID.");
    }
    return world
        .account(call.id())
        .orElseThrow(() -> Refusal.notFound("There is no user " + call.id() + "."));
  }
}
