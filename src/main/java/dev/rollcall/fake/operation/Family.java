package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Refused;

/** Operations that are answered in one way. */
interface Family {
  /**
   * The answer to a request that carried a token.
   *
   * @throws Refused when the answer is an error
   */
  Answer answer(Call call);
}
