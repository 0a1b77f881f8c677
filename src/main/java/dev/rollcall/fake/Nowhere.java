package dev.rollcall.fake;

import dev.rollcall.presence.Rules;

/**
 * Everything else below a version segment: there is nothing, and the answer is Graph's, not
 * WireMock's.
 */
record Nowhere() implements Handler {

  @Override
  public Answer answer(Call call, World world, Rules rules) {
    throw Refusal.notFound("Resource not found for the path " + call.path() + ".");
  }
}
