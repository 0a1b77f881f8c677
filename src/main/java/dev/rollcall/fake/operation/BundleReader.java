package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.ActiveFaults;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Part;
import dev.rollcall.fake.call.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads several requests that are sent as one; facts file, section 6.6. */
final class BundleReader {
  private static final int MOST = 20;

  private final ActiveFaults faults;
  private final Set<String> seen = new HashSet<>();

  private BundleReader(ActiveFaults faults) {
    this.faults = faults;
  }

  /**
   * The requests in their order, in which each comes after those that it needs.
   *
   * @throws Refused if one is malformed, two have one id, or there are none or too many
   */
  static List<Part> read(Call call) {
    JsonNode requests = Body.of(call).json().path("requests");
    boolean none = requests.isEmpty() && !call.faults().has(Lapse.BATCH_EMPTY_ACCEPTED);
    if (!requests.isArray() || none) {
      throw Refused.invalid("Requests has to be a list of at least one request.");
    }
    int limit = limit(call.faults());
    if (requests.size() > limit) {
      throw Refused.invalid("A batch can hold at most " + limit + " requests.");
    }
    BundleReader reader = new BundleReader(call.faults());
    return requests.valueStream().map(reader::part).toList();
  }

  private static int limit(ActiveFaults faults) {
    if (faults.has(Lapse.BATCH_LIMIT_IGNORED)) {
      return Integer.MAX_VALUE;
    }
    return MOST
        + (faults.has(Lapse.BATCH_LIMIT_OFF_BY_ONE_HIGH) ? 1 : 0)
        - (faults.has(Lapse.BATCH_LIMIT_OFF_BY_ONE_LOW) ? 1 : 0);
  }

  /** Two ids of one key are one id. */
  static String key(String id, ActiveFaults faults) {
    return faults.has(Lapse.BATCH_IDS_CASE_SENSITIVE) ? id : id.toLowerCase(Locale.ROOT);
  }

  private Part part(JsonNode json) {
    if (!json.isObject()) {
      throw Refused.unreadable("Each of the requests has to be an object.");
    }
    Body request = new Body(json, faults);
    String id = id(request);
    Set<String> needs = needs(json.path("dependsOn"));
    if (!seen.add(key(id, faults)) && !faults.has(Lapse.BATCH_DUPLICATE_IDS_ACCEPTED)) {
      throw Refused.invalid("Two of the requests have one id.");
    }
    return new Part(
        id,
        required(request, "method").toUpperCase(Locale.ROOT),
        required(request, "url"),
        headers(request),
        body(json.path("body")),
        needs);
  }

  private String id(Body request) {
    JsonNode id = request.json().path("id");
    if (id.isNumber() && faults.has(Lapse.BATCH_NUMBER_ID_ACCEPTED)) {
      return id.asString();
    }
    if (id.isMissingNode() && faults.has(Lapse.BATCH_MISSING_ID_ACCEPTED)) {
      return Integer.toString(seen.size() + 1);
    }
    return required(request, "id");
  }

  private static String required(Body request, String member) {
    return request
        .text(member)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> Refused.invalid(Body.named(member) + " is required."));
  }

  private Set<String> needs(JsonNode list) {
    Set<String> needs = new HashSet<>();
    for (String id : strings(list)) {
      String key = key(id, faults);
      // A request that comes later is refused too, so that no circle can be.
      if (!seen.contains(key) && !faults.has(Lapse.BATCH_UNKNOWN_DEPENDENCY_ACCEPTED)) {
        throw Refused.invalid("DependsOn names no request that comes before.");
      }
      needs.add(key);
    }
    return needs;
  }

  private static List<String> strings(JsonNode list) {
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    List<String> strings = new ArrayList<>();
    for (JsonNode each : list) {
      if (each.isString()) {
        strings.add(each.stringValue());
      }
    }
    if (!list.isArray() || strings.size() != list.size()) {
      throw Refused.invalid("DependsOn has to be a list of ids.");
    }
    return strings;
  }

  private static Map<String, String> headers(Body request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Optional<Body> given = request.object("headers");
    given.ifPresent(
        all ->
            all.json()
                .propertyNames()
                .forEach(name -> all.text(name).ifPresent(value -> headers.put(name, value))));
    return headers;
  }

  private static byte[] body(JsonNode body) {
    return body.isMissingNode() || body.isNull()
        ? new byte[0]
        : body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
