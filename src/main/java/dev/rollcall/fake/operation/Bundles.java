package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Envelope;
import dev.rollcall.fake.call.FaultsMet;
import dev.rollcall.fake.call.GraphOperation;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Part;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.world.FakeClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Several requests sent as one: each is answered as if it had come alone, one after the other, for
 * the caller of the whole.
 */
final class Bundles implements Family {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Function<Call, Answer> service;
  private final FaultsMet switched;
  private final FakeClock clock;

  Bundles(Function<Call, Answer> service, FaultsMet switched, FakeClock clock) {
    this.service = service;
    this.switched = switched;
    this.clock = clock;
  }

  private record Answered(Part part, Answer answer) {}

  @Override
  public Answer answer(Call call) {
    ActiveFaults faults = call.faults();
    Map<String, Boolean> succeeded = new HashMap<>();
    List<Answered> all = new ArrayList<>();
    boolean stopped = false;
    for (Part part : ordered(BundleReader.read(call), faults)) {
      Answer answer =
          stopped || held(part, succeeded, faults) ? failedDependency(call) : answer(part, call);
      boolean success =
          answer.success()
              || answer.status() == 424 && faults.has(Lapse.BATCH_INDIRECT_DEPENDENCIES_IGNORED);
      stopped |= !success && faults.has(Lapse.BATCH_FAILURE_STOPS_THE_REST);
      succeeded.put(BundleReader.key(part.id(), faults), success);
      all.add(new Answered(part, answer));
    }
    return whole(all, call);
  }

  private static List<Part> ordered(List<Part> parts, ActiveFaults faults) {
    if (faults.has(Lapse.BATCH_STOPS_AT_FIRST)) {
      return parts.subList(0, Math.min(1, parts.size()));
    }
    return faults.has(Lapse.BATCH_READS_FIRST)
        ? parts.stream().sorted(Comparator.comparing(part -> !part.method().equals("GET"))).toList()
        : parts;
  }

  private static boolean held(Part part, Map<String, Boolean> succeeded, ActiveFaults faults) {
    if (faults.has(Lapse.BATCH_DEPENDENCIES_IGNORED)) {
      return false;
    }
    return part.needs().stream().anyMatch(id -> !succeeded.getOrDefault(id, true))
        || !part.needs().isEmpty() && faults.has(Lapse.BATCH_DEPENDENTS_ALWAYS_FAIL);
  }

  private static Answer failedDependency(Call call) {
    int status = call.faults().has(Lapse.BATCH_DEPENDENCY_FAILS_AS_BAD_REQUEST) ? 400 : 424;
    return Envelope.of(
        status, "FailedDependency", "A request that this one depends on did not succeed.", call);
  }

  private Answer answer(Part part, Call whole) {
    ActiveFaults faults = whole.faults();
    Call call = call(part, whole);
    if (call.hasBody() && faults.has(Lapse.BATCH_DECLARED_BODY_REFUSED)) {
      return Envelope.of(Refused.invalid("The request cannot have a body."), call);
    }
    if (call.hasBody() && call.contentType().isEmpty()) {
      if (!faults.has(Lapse.BATCH_UNDECLARED_BODY_ACCEPTED)) {
        return Envelope.of(Refused.invalid("A request with a body needs a Content-Type."), call);
      }
      call = call.withJson();
    }
    boolean nested = call.operation().filter(GraphOperation.BATCH::equals).isPresent();
    if (nested && !faults.has(Lapse.BATCH_NESTED_ACCEPTED)) {
      return Envelope.of(Refused.invalid("A batch cannot be in a batch."), call);
    }
    boolean acts = call.operation().filter(GraphOperation::acts).isPresent();
    return acts && faults.has(Lapse.BATCH_WRITES_LOST) ? Answer.done() : service.apply(call);
  }

  private Call call(Part part, Call whole) {
    boolean slash = part.url().startsWith("/");
    ActiveFaults faults = whole.faults();
    boolean lost =
        faults.has(slash ? Lapse.BATCH_LEADING_SLASH_REFUSED : Lapse.BATCH_LEADING_SLASH_REQUIRED);
    String root = "/" + whole.route().orElseThrow().version().text() + "/";
    String url = (lost ? "" : root) + (slash ? part.url().substring(1) : part.url());
    Call call = whole.within(part, url, switched, clock.instant());
    return faults.has(Lapse.BATCH_PARTS_ANONYMOUS) ? call.withoutBearer() : call;
  }

  private static Answer whole(List<Answered> all, Call call) {
    ActiveFaults faults = call.faults();
    boolean failed = all.stream().anyMatch(each -> !each.answer.success());
    if (failed && faults.has(Lapse.BATCH_FAILURE_FAILS_ALL)) {
      throw Refused.invalid("One of the requests failed.");
    }
    boolean throttled = all.stream().anyMatch(each -> each.answer.status() == 429);
    if (throttled && faults.has(Lapse.THROTTLE_FAILS_WHOLE_BATCH)) {
      return all.stream().map(Answered::answer).filter(a -> a.status() == 429).findFirst().get();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("responses");
      UnaryOperator<Answer> kept =
          faults.has(Lapse.BATCH_PARTS_WITHOUT_ENVELOPE) ? Bundles::bare : UnaryOperator.identity();
      all.forEach(each -> write(json, each.part.id(), kept.apply(each.answer)));
      json.writeEndArray();
      json.writeEndObject();
    }
    return Answer.plain(out.toByteArray());
  }

  private static Answer bare(Answer answer) {
    return answer.success() ? answer : answer.withBody(new byte[0]);
  }

  private static void write(JsonGenerator json, String id, Answer answer) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    json.writeNumberProperty("status", answer.status());
    json.writeObjectPropertyStart("headers");
    answer.headers().forEach(json::writeStringProperty);
    json.writeEndObject();
    if (answer.body().length > 0) {
      json.writeName("body");
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      // A fault can leave something that is no JSON; it must not spoil what is around it.
      if (isJson(answer.body())) {
        json.writeRawValue(body);
      } else {
        json.writeString(body);
      }
    }
    json.writeEndObject();
  }

  private static boolean isJson(byte[] body) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      json.nextToken();
      json.skipChildren();
      return json.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }
}
