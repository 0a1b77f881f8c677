package dev.rollcall.contract.ask;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What {@code $batch} answered, and what may be asked of its parts. */
public record BatchReply(Reply reply) {

  /** The answers to the single requests. */
  public List<JsonNode> parts() {
    JsonNode responses = reply.is(200).object().path("responses");
    Deviation.unless(responses.isArray(), "an array 'responses'", reply.told());
    return responses.valueStream().toList();
  }

  /** The one answer that bears this id. */
  public Part part(String id) {
    List<JsonNode> found =
        parts().stream().filter(part -> part.path("id").asString("").equals(id)).toList();
    Deviation.unless(
        found.size() == 1,
        "one answer with id " + id,
        found.size() + " among ids " + parts().stream().map(part -> part.path("id")).toList());
    return new Part(id, found.get(0));
  }

  /** The answer to a single request. */
  public record Part(String id, JsonNode json) {

    public int status() {
      JsonNode status = json.path("status");
      Deviation.unless(status.isInt(), "a number as status of answer " + id, status);
      return status.intValue();
    }

    public Part is(int expected) {
      Deviation.unless(
          status() == expected, "status " + expected + " of answer " + id, "status " + status());
      return this;
    }

    public Part isRefused() {
      Deviation.unless(
          status() / 100 == 4, "a refusal (4xx) in answer " + id, "status " + status());
      return this;
    }

    public JsonNode body() {
      Deviation.unless(
          json.path("body").isObject(), "a JSON object as body of answer " + id, json.path("body"));
      return json.path("body");
    }

    /** Status 200 and the presence of that user. */
    public Part isPresenceOf(User user) {
      String shown = is(200).body().path("id").asString("none");
      Deviation.unless(
          shown.equalsIgnoreCase(user.id()),
          "the presence of " + user.id() + " in answer " + id,
          shown);
      return this;
    }

    public Part shows(Pair pair) {
      JsonNode presence = is(200).body();
      String availability = presence.path("availability").asString("none");
      String activity = presence.path("activity").asString("none");
      Deviation.unless(
          pair.matches(availability, activity),
          pair + " in answer " + id,
          availability + "/" + activity);
      return this;
    }

    /** The value of a header, whatever the case of its name; "none" without it. */
    String header(String name) {
      return json.path("headers").properties().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().asString(""))
          .findFirst()
          .orElse("none");
    }
  }
}
