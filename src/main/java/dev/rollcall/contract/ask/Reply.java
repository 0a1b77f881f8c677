package dev.rollcall.contract.ask;

import dev.rollcall.contract.wire.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An answer and what may be asked of it; each question throws a {@link Deviation} when the answer
 * is another. Where a read may lag behind a write, it is read again until it shows the expected
 * pair, or once the target has settled.
 *
 * <p>Used by one thread.
 */
public final class Reply {
  private Answer answer;
  private Optional<Pending> pending;

  /** A reading that may not show yet all that was written. */
  private record Pending(Settling settling, Collection<String> users, Supplier<Answer> again) {

    Answer settled() {
      settling.await(users);
      return again.get();
    }
  }

  Reply(Answer answer) {
    this.answer = answer;
    this.pending = Optional.empty();
  }

  /**
   * @param users who are read
   * @param again reads them again
   */
  Reply(Answer answer, Settling settling, Collection<String> users, Supplier<Answer> again) {
    this.answer = answer;
    this.pending = Optional.of(new Pending(settling, users, again));
  }

  /** The answer, once all that was written has to show in it. */
  public Answer answer() {
    if (pending.isPresent()) {
      answer = pending.get().settled();
      pending = Optional.empty();
    }
    return answer;
  }

  public Reply is(int status) {
    Deviation.unless(
        answer().status() == status, "status " + status + " of " + answer().call(), told());
    return this;
  }

  /** Refused with a status of the 4xx class that is one of these. */
  public Reply isOneOf(int... statuses) {
    var names = new ArrayList<String>();
    for (int status : statuses) {
      if (answer().status() == status) {
        return this;
      }
      names.add(Integer.toString(status));
    }
    throw new Deviation("status " + String.join(" or ", names) + " of " + answer().call(), told());
  }

  /** Refused, with whatever status of the 4xx class. */
  public Reply isRefused() {
    Deviation.unless(answer().status() / 100 == 4, "a refusal (4xx) of " + answer().call(), told());
    return this;
  }

  /** Of media type JSON, whatever its parameters. */
  public Reply isJson() {
    Deviation.unless(
        answer().mediaType().equals("application/json"),
        "media type application/json of " + answer().call(),
        answer().mediaType().isEmpty() ? "none" : answer().mediaType());
    return this;
  }

  /** A body that is an error: with a code and a message, which may be empty. */
  public Reply isError() {
    JsonNode error = object().path("error");
    Deviation.unless(
        error.path("code").isString() && error.path("message").isString(),
        "an error with the strings 'code' and 'message' from " + answer().call(),
        told());
    return this;
  }

  /** An error of this code, whatever the case of its letters. */
  public Reply hasCode(String code) {
    String told = isError().object().at("/error/code").asString();
    Deviation.unless(
        told.equalsIgnoreCase(code), "code " + code + " from " + answer().call(), told);
    return this;
  }

  /** Status 200 and a presence that shows this pair. */
  public Reply shows(Pair pair) {
    return shows(pair, "");
  }

  /**
   * @param when the situation, for the reader of a failure
   */
  public Reply shows(Pair pair, String when) {
    return showsOneOf(List.of(pair), when);
  }

  /** Status 200 and a presence that shows one of these pairs. */
  public Reply showsOneOf(List<Pair> pairs, String when) {
    return reached(reply -> reply.requirePair(pairs, when));
  }

  /**
   * The judgement holds for this answer, or for one of those that come until the target settled.
   */
  public Reply reached(Consumer<Reply> judgement) {
    if (pending.isEmpty()) {
      judgement.accept(this);
    } else {
      Pending reading = pending.get();
      answer =
          reading
              .settling()
              .reached(
                  reading.users(),
                  answer,
                  reading.again(),
                  latest -> judgement.accept(new Reply(latest)));
      pending = Optional.empty();
    }
    return this;
  }

  private void requirePair(List<Pair> pairs, String when) {
    JsonNode presence = is(200).ofAskedUser().object();
    String availability = presence.path("availability").asString("");
    String activity = presence.path("activity").asString("");
    Deviation.unless(
        pairs.stream().anyMatch(pair -> pair.matches(availability, activity)),
        pairs.stream().map(Pair::toString).collect(Collectors.joining(" or "))
            + (when.isEmpty() ? "" : " " + when),
        presence.path("availability").asString("none")
            + "/"
            + presence.path("activity").asString("none"));
  }

  /** No presence of somebody else than the path names, whatever the case of letters. */
  private Reply ofAskedUser() {
    String path = answer().call().path();
    String id = object().path("id").asString("");
    boolean asked =
        path.startsWith("/me/")
            || id.isEmpty() // which is for the check of the shape to say
            || Arrays.stream(path.split("[/?]")).anyMatch(id::equalsIgnoreCase);
    Deviation.unless(asked, "the user of " + answer().call(), id);
    return this;
  }

  /** Status 200 and a presence of this availability, whatever its activity. */
  public Reply showsAvailability(String expected, String when) {
    return reached(reply -> reply.requireAvailability(expected, when));
  }

  private void requireAvailability(String expected, String when) {
    String availability = is(200).ofAskedUser().object().path("availability").asString("");
    Deviation.unless(
        Pair.pascal(availability).equals(expected),
        "availability " + expected + " " + when,
        availability);
  }

  /** The body as a JSON object. */
  public JsonNode object() {
    Optional<JsonNode> json = answer().json();
    Deviation.unless(
        json.map(JsonNode::isObject).orElse(false),
        "a JSON object from " + answer().call(),
        told());
    return json.orElseThrow();
  }

  /** The presences of a batch answer. */
  public List<JsonNode> presences() {
    JsonNode value = is(200).object().path("value");
    Deviation.unless(value.isArray(), "an array 'value' from " + answer().call(), told());
    return value.valueStream().toList();
  }

  /** The presence of a batch answer for one user. */
  public JsonNode onlyPresence() {
    List<JsonNode> presences = presences();
    Deviation.unless(presences.size() == 1, "one item", presences.size() + " items");
    return presences.get(0);
  }

  /** A string at a JSON pointer; empty when it is absent or null. */
  public Optional<String> text(String pointer) {
    JsonNode node = object().at(pointer);
    return node.isString() ? Optional.of(node.asString()) : Optional.empty();
  }

  public Reply isEmpty() {
    Deviation.unless(
        answer().body().length == 0 && !answer().cut(), "no body from " + answer().call(), told());
    return this;
  }

  /** What came back, in a few words. */
  public String told() {
    return Told.of(answer());
  }

  /** What was asked: so a matrix names its cell. */
  @Override
  public String toString() {
    return answer.call().toString();
  }
}
