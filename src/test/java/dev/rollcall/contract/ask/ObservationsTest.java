package dev.rollcall.contract.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.contract.wire.Answer;
import dev.rollcall.contract.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationsTest {
  private static final Call READ = Call.of("getPresence", "GET", "/users/a/presence");
  private static final Call MANY =
      Call.of("getPresencesByUserId", "POST", "/communications/getPresencesByUserId")
          .json("{\"ids\":[\"a\",\"b\"]}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'availability':'Busy','activity':'InACall'} |",
        "{'availability':'Away','activity':'Away'} | S-039",
        "{'outOfOfficeSettings':{'isOutOfOffice':false,'message':null}} | S-009",
        "{'outOfOfficeSettings':{'isOutOfOffice':false,'message':'x'}} |",
        "{'outOfOfficeSettings':{'isOutOfOffice':false}} |",
        "{'activity':'outOfOffice','outOfOfficeSettings':{'isOutOfOffice':true}} |",
        "{'activity':'Away','outOfOfficeSettings':{'isOutOfOffice':true,'message':null}} | S-244 S-245",
        "{'sequenceNumber':'129311063'} |",
        "{'sequenceNumber':'A0129311063'} | S-011 S-246",
        "{'sequenceNumber':'A9129311063'} | S-011",
        "{'statusMessage':null} | S-234",
        "{'statusMessage':{'expiryDateTime':{'dateTime':'9999-12-31T00:00:00.0000000'}}} | S-233",
        "{'@odata.context':'https://x/$metadata#users/presence/$entity'} | S-023"
      })
  void ofOnePresence(String json, String seen) {
    assertEquals(statements(seen), of(READ, json));
    assertEquals(
        statements(String.valueOf(seen).replaceAll("S-023|null", "").strip()),
        of(MANY, "{'value':[{}," + json + "]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'value':[{'id':'a'},{'id':'b'}]} | S-058",
        "{'value':[{'id':'b'},{'id':'a'}]} |",
        "{'value':[]} |"
      })
  void ofTheirOrder(String json, String seen) {
    assertEquals(statements(seen), of(MANY, json));
  }

  private static Set<String> of(Call call, String text) {
    String json = text.replace('\'', '"');
    Answer answer =
        new Answer(
            call,
            200,
            Map.of("Date", "Tue, 24 Nov 2026 10:00:00 GMT"),
            json.getBytes(StandardCharsets.UTF_8),
            "");
    return new TreeSet<>(Observations.of(answer, answer.json().orElseThrow()));
  }

  private static Set<String> statements(String seen) {
    return seen == null || seen.isEmpty()
        ? Set.of()
        : new TreeSet<>(Arrays.asList(seen.split(" ")));
  }
}
