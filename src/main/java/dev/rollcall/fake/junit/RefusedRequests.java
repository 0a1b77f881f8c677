package dev.rollcall.fake.junit;

import java.util.List;

/** Goes with a failure: what the fake had refused before it. */
final class RefusedRequests extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedRequests(List<String> refusals) {
    super(
        "the fake refused:"
            + System.lineSeparator()
            + String.join(System.lineSeparator(), refusals),
        null,
        false,
        // Where it was made says nothing.
        false);
  }
}
