package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainIdsTest {
  private static final String ID = "fA8bf3dc-eca7-46b7-BAD1-db199b62afc3";

  private static Optional<Ids> read(String body) {
    return PlainIds.of(body.replace("ID", ID).getBytes(StandardCharsets.UTF_8), 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"ids\":[\"ID\",\"ID\"]}", " {\n\"ids\" :\t[ \"ID\" , \"ID\" ] }\r\n"})
  void aListOfIdsIsReadHoweverItIsSpaced(String body) {
    Ids ids = read(body).orElseThrow();
    assertEquals(2, ids.size());
    assertEquals(UUID.fromString(ID), ids.id(1));
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
        "{\"ids\":[\"ID\",\"ID\",\"ID\"]}",
        "{\"ids\":[],\"ids\":[\"ID\"]}",
        "{\"ids\":[\"fa8bf3dc-eca7-46b7-bad1-db199b62afcg\"]}",
        "{\"ids\":[\"fa8bf3dc-eca7-46b7-bad1-db199b62afé\"]}"
      })
  void anythingElseIsLeftToOthers(String body) {
    assertEquals(Optional.empty(), read(body));
  }
}
