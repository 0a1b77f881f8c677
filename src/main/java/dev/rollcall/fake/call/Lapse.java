package dev.rollcall.fake.call;

import java.util.Locale;
import java.util.Optional;

/**
 * One promise broken that is about calls rather than about presence: how several are sent as one,
 * how many are served, whom they reach, how they are read.
 */
public enum Lapse implements Fault {
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
  THROTTLE_COUNTS_ALL_TENANTS("all tenants of an application share a limit"),
  THROTTLE_COUNTS_USERS_ALONE("each user of an application has a limit"),
  THROTTLE_COUNTS_IDS("a request for many presences counts once for each"),
  THROTTLE_COUNTS_THE_BATCH("$batch itself counts beside the requests in it"),
  THROTTLE_SPARES_BATCHES("requests in a $batch are not counted"),
  THROTTLE_SPARES_WRITES("writes are not counted"),
  THROTTLE_FAILS_WHOLE_BATCH("one request over the limit makes the whole $batch 429"),
  THROTTLE_RETRIES_FREE("refused requests do not count against the limit"),

  READS_STALE("every read shows the state before the last write"),
  SINGLE_READS_STALE("a read of one shows the state before the last write"),
  MANY_READS_STALE("a read of many shows the states before the last writes"),
  AVAILABILITY_STALE("reads show the availability before the last write"),
  ACTIVITY_STALE("reads show the activity before the last write"),
  STATUS_MESSAGE_STALE("reads show the status message before the last write"),
  SEQUENCE_NUMBER_STALE("reads show the sequence number before the last write"),
  READS_SHOW_FIRST_USER("every read shows the state of the first user under the asked id"),
  READS_SHOW_LAST_WRITTEN_USER("every read shows the state of whoever was written to last"),
  READS_SHOW_MESSAGE_OF_LAST_WRITTEN_USER(
      "every read shows the status message of whoever was written to last"),
  WRITES_GO_TO_NEXT_USER("a write changes the next user's presence instead"),
  WRITES_REACH_NEXT_USER("a write changes the next user's presence too"),
  SET_PRESENCE_ENDS_PREFERENCE("setPresence removes the preference"),
  SET_PRESENCE_CLEARS_MESSAGE("setPresence removes the status message"),
  SET_PREFERRED_ENDS_SESSIONS("setUserPreferredPresence removes the sessions"),
  SET_PREFERRED_CLEARS_MESSAGE("setUserPreferredPresence removes the status message"),
  CLEAR_PREFERRED_CLEARS_MESSAGE("clearUserPreferredPresence removes the status message"),
  SET_MESSAGE_ENDS_PREFERENCE("setStatusMessage removes the preference"),

  NUMBERS_TAKEN_AS_TEXT("a number is taken where a string is asked for"),
  TRAILING_JSON_ACCEPTED("a body may go on after its JSON object"),
  VALUES_IN_ANY_CASE_ACCEPTED("availability and activity are taken in any letter case"),
  CONTENT_TYPE_PARAMETERS_REFUSED("a Content-Type with parameters is not taken for JSON"),
  DURATION_SPELLINGS_REFUSED("durations are taken in their shortest spelling alone"),
  NULL_DURATION_REFUSED("null as duration is refused"),
  CAPITALS_IN_PATH_NOT_FOUND("a read of one finds nobody by an id in capitals"),
  CAPITALS_IN_IDS_LEFT_OUT("a read of many leaves out whom it is asked for in capitals"),
  MESSAGE_ESCAPED("a status message is kept with its markup escaped"),
  MESSAGE_ASCII_ONLY("a status message is kept without letters beyond ASCII"),
  MESSAGE_CUT("a status message is kept up to its hundredth character"),
  MESSAGE_ON_ONE_LINE("a status message is kept without its line ends");

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
