package dev.rollcall.fake;

/** Operations that are answered in one way. */
interface Family {
  /**
   * The answer to a request that carried a token.
   *
   * @throws Refused when the answer is an error
   */
  Answer answer(Call call);
}
