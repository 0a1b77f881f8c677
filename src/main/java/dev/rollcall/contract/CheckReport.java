package dev.rollcall.contract;

import dev.rollcall.report.result.ContractResult.Violation;
import dev.rollcall.report.result.Exchange;
import dev.rollcall.report.result.Outcome;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How one check ended, before known deviations and violations filed later are taken into account.
 * Travels as a JUnit report entry from the extension to the listener, so that the two share no
 * state.
 *
 * @param version of the API in which it ran
 * @param exchanges of a check that did not pass; of any if all are traced
 */
record CheckReport(
    String id,
    String version,
    Outcome outcome,
    String reason,
    String expected,
    String actual,
    long millis,
    int exchangeCount,
    List<Exchange> exchanges,
    List<Violation> violations,
    Map<String, Integer> observed) {

  /** Key of the report entry. */
  static final String ENTRY = "rollcall.check";

  String toJson() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  static CheckReport fromJson(String json) {
    return JsonMapper.shared().readValue(json, CheckReport.class);
  }
}
