package dev.rollcall.fake;

import java.util.Locale;
import java.util.Optional;

/**
 * One promise broken that is about calls rather than about presence: how several are sent as one,
 * and how many are served.
 */
enum Lapse implements Fault {
  BATCH_LIMIT_OFF_BY_ONE_LOW("$batch takes at most 19 requests"),
  BATCH_LIMIT_OFF_BY_ONE_HIGH("$batch takes 21 requests"),
  BATCH_LIMIT_IGNORED("$batch takes any number of requests"),
  BATCH_EMPTY_ACCEPTED("$batch answers a list of no requests with no answers"),
  BATCH_DUPLICATE_IDS_ACCEPTED("$batch answers two requests of one id"),
  BATCH_IDS_CASE_SENSITIVE("$batch takes ids that differ in letter case alone for two"),
  BATCH_MISSING_ID_ACCEPTED("$batch answers a request without an id"),
  BATCH_NUMBER_ID_ACCEPTED("$batch takes a number for an id"),
  BATCH_UNKNOWN_DEPENDENCY_ACCEPTED("$batch takes a dependency on an id that is not there"),
  BATCH_DEPENDENCIES_IGNORED("$batch answers a request whose dependency failed"),
  BATCH_DEPENDENCY_FAILS_AS_BAD_REQUEST("$batch answers 400 for a request whose dependency failed"),
  BATCH_DEPENDENTS_ALWAYS_FAIL("$batch answers 424 for every request that depends on another"),
  BATCH_INDIRECT_DEPENDENCIES_IGNORED("$batch takes a 424 for a success that others can depend on"),
  BATCH_FAILURE_STOPS_THE_REST("$batch answers 424 for everything after the first failure"),
  BATCH_FAILURE_FAILS_ALL("$batch answers 400 as soon as one of its requests fails"),
  BATCH_WRITES_LOST("$batch answers success for its writes and does none of them"),
  BATCH_READS_FIRST("$batch reads before it writes, whatever the order"),
  BATCH_STOPS_AT_FIRST("$batch answers its first request alone"),
  BATCH_UNDECLARED_BODY_ACCEPTED("$batch takes a body without a Content-Type"),
  BATCH_DECLARED_BODY_REFUSED("$batch refuses every request that has a body"),
  BATCH_NESTED_ACCEPTED("$batch answers a $batch within"),
  BATCH_LEADING_SLASH_REFUSED("$batch finds nothing at a url with a leading slash"),
  BATCH_LEADING_SLASH_REQUIRED("$batch finds nothing at a url without a leading slash"),
  BATCH_PARTS_ANONYMOUS("$batch does not hand its token on"),
  BATCH_PARTS_WITHOUT_ENVELOPE("$batch leaves the body of a failed request out"),

  THROTTLE_LIMIT_OFF_BY_ONE_LOW("one request too few is served"),
  THROTTLE_LIMIT_OFF_BY_ONE_HIGH("one request too many is served"),
  THROTTLE_LIMIT_IGNORED("every request is served, whatever the limit"),
  THROTTLE_NEVER_RECOVERS("an application at its limit stays there"),
  THROTTLE_RECOVERS_LATE("requests count for ten seconds more than their window"),
  THROTTLE_COUNTS_ALL_APPLICATIONS("all applications share a limit"),
  THROTTLE_COUNTS_IDS("a request for many presences counts once for each"),
  THROTTLE_COUNTS_THE_BATCH("$batch itself counts beside the requests in it"),
  THROTTLE_SPARES_BATCHES("requests in a $batch are not counted"),
  THROTTLE_SPARES_WRITES("writes are not counted"),
  THROTTLE_FAILS_WHOLE_BATCH("one request over the limit makes the whole $batch 429"),
  THROTTLE_RETRIES_FREE("refused requests do not count against the limit");

  private final String description;

  Lapse(String description) {
    this.description = description;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String family() {
    return "rule";
  }

  @Override
  public Optional<GraphOperation> operation() {
    return Optional.empty();
  }

  @Override
  public String description() {
    return description;
  }
}
