package dev.rollcall.fake.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.fake.call.Guid;
import dev.rollcall.fake.world.RequestedIds;
import dev.rollcall.fake.world.Roster;
import dev.rollcall.fake.world.SeededRoster;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainIdsTest {
  private static final String ID = "fA8bf3dc-eca7-46b7-BAD1-db199b62afc3";

  private static final Roster ROSTER = new SeededRoster(10);

  private static Optional<RequestedIds> read(String body) {
    return PlainIds.of(body.replace("ID", ID).getBytes(StandardCharsets.UTF_8), 3, ROSTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ids\":[\"ID\",\"ID\",\"SEVENTH\"]}",
        " {\n\"ids\" :\t[ \"ID\" , \"ID\" ,\"SEVENTH\" ] }\r\n",
        "{\"ids\":[\"ID\",\"ID\" ,\"SEVENTH\"]}"
      })
  void aListOfIdsIsReadHoweverItIsSpaced(String body) {
    RequestedIds ids = read(body.replace("SEVENTH", ROSTER.id(7).toString())).orElseThrow();
    assertEquals(3, ids.size());
    UUID nobody = UUID.fromString(ID);
    assertEquals(nobody, new UUID(ids.high(1), ids.low(1)));
    assertEquals(-1, ids.place(1));
    assertEquals(7, ids.place(2));
    byte[] text = new byte[Guid.LENGTH];
    ids.write(0, text, 0);
    assertEquals(nobody.toString(), new String(text, StandardCharsets.US_ASCII));
  }

  @Test
  void nobodyIsAListToo() {
    assertEquals(0, read("{\"ids\":[]}").orElseThrow().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{\"ids\":null}",
        "{\"ids\":[\"ID\"",
        "{\"ids\":[\"ID\"]}x",
        "{\"ids\":[\"ID\",]}",
        "{\"ids\":[\"ID]}",
        "{\"ids\":[\"\\u0061D\"]}",
        "{\"ids\":[\"ID\",\"ID\",\"ID\",\"ID\"]}",
        "{\"ids\":[\"ID\",\"ID\"",
        "{\"ids\":[\"ID\"\"ID\"]}",
        "{\"ids\":[],\"ids\":[\"ID\"]}",
        "{\"ids\":[\"fa8bf3dc-eca7-46b7-bad1-db199b62afcg\"]}",
        "{\"ids\":[\"fa8bf3dc-eca7-46b7-bad1-db199b62afé\"]}"
      })
  void anythingElseIsLeftToOthers(String body) {
    assertEquals(Optional.empty(), read(body));
  }
}
