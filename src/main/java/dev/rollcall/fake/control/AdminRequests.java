package dev.rollcall.fake.control;

import dev.rollcall.fake.call.FakeRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last requests over HTTP. */
final class AdminRequests {
  private final RequestLog log;

  AdminRequests(RequestLog log) {
    this.log = log;
  }

  Map<String, Object> shown(Asked asked) {
    int limit = asked.number(Asked.LIMIT, 100, 1, RequestLog.SIZE);
    return Map.of("requests", log.last(limit).stream().map(AdminRequests::shown).toList());
  }

  private static Map<String, Object> shown(FakeRequest request) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("at", request.at().toString());
    shown.put("method", request.method());
    shown.put("path", request.path());
    shown.put("status", request.status());
    shown.put("operation", request.operation().orElse(null));
    return shown;
  }
}
