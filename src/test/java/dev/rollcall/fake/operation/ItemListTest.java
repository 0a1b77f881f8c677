package dev.rollcall.fake.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rollcall.fake.ContentStream;
import dev.rollcall.fake.call.Dialect;
import dev.rollcall.fake.world.Item;
import dev.rollcall.fake.world.PresenceJson;
import dev.rollcall.fake.world.RequestedIds;
import dev.rollcall.fake.world.SeededRoster;
import dev.rollcall.fake.world.Stencil;
import dev.rollcall.fake.world.Stencils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ItemListTest {
  private static final Stencils STENCILS = new Stencils(new PresenceJson(Dialect.PASCAL));
  private static final byte[] HEAD = "{\"value\":[".getBytes(StandardCharsets.UTF_8);

  /** A list of so many, each with so many characters of its own. */
  private static ItemList list(int count, int characters) {
    List<UUID> ids = IntStream.range(0, count).mapToObj(number -> new UUID(number, 0)).toList();
    Map<Integer, Item> items = new HashMap<>();
    for (int i = 0; i < count; i += 2) { // of every other nothing is said
      items.put(i, item(i, characters));
    }
    return new ItemList(
        HEAD, RequestedIds.of(ids, new SeededRoster(1)), new long[count], items, STENCILS);
  }

  private static Item item(int stamp, int characters) {
    String text =
        "{\"id\":\"%s\",\"text\":\"%s\",\"sequenceNumber\":\"A0000000000\"}"
            .formatted(new UUID(0, 0), "x".repeat(characters));
    Stencil stencil = new Stencil(Stencil.OWN, text.getBytes(StandardCharsets.UTF_8));
    return new Item(null, null, stencil, stamp, Instant.MIN, Instant.MAX);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 10", "2, 10", "650, 200", "40, 32600", "3, 100000"})
  void whatIsSentIsWholeInOrderAndAsLongAsAnnounced(int count, int characters) throws IOException {
    ItemList list = list(count, characters);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    list.writeTo(sent);
    assertArrayEquals(list.bytes(), sent.toByteArray());
    assertEquals(list.length(), sent.size());
    List<JsonNode> items =
        JsonMapper.shared().readTree(sent.toByteArray()).path("value").valueStream().toList();
    assertEquals((count + 1) / 2, items.size());
    for (int i = 0; i < items.size(); i++) {
      assertEquals(new UUID(2 * i, 0).toString(), items.get(i).path("id").asString());
      assertEquals(characters, items.get(i).path("text").asString().length());
      assertEquals("A%010d".formatted(2 * i), items.get(i).path("sequenceNumber").asString());
    }
  }

  @Test
  void whoeverReadsTheStreamGetsTheSameBytes() throws IOException {
    ItemList list = list(9, 10_000);
    assertArrayEquals(list.bytes(), new ContentStream(list).readAllBytes());
    ContentStream half = new ContentStream(list);
    byte[] start = half.readNBytes(100);
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(start);
    half.transferTo(both);
    assertArrayEquals(list.bytes(), both.toByteArray());
  }

  @Test
  void whatIsSentIsOverForWhoeverReadsOn() throws IOException {
    ContentStream stream = new ContentStream(list(9, 10));
    assertEquals(0, stream.readNBytes(0).length);
    assertEquals(list(9, 10).length(), stream.transferTo(ByteArrayOutputStream.nullOutputStream()));
    assertEquals(-1, stream.read());
    assertEquals(0, stream.transferTo(ByteArrayOutputStream.nullOutputStream()));
  }
}
