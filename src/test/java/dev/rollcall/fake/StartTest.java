package dev.rollcall.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  @TempDir private Path folder;

  private static String refusal(FakeOptions options) {
    return assertThrows(CannotStart.class, () -> PresenceFake.start(options).close()).getMessage();
  }

  @Test
  void aPortInUseIsOneSentence() {
    try (PresenceFake first = PresenceFake.start(FakeOptions.defaults())) {
      String message = refusal(FakeOptions.defaults().withPort(first.port()));
      assertTrue(message.startsWith("cannot listen on 127.0.0.1:" + first.port() + ": "), message);
      assertTrue(message.endsWith("give another address or port, 0 being any free one"), message);
      assertEquals(200, Http.to(first.baseUrl()).get("/v1.0/me/presence").status());
    }
  }

  @Test
  void aForeignAddressIsOneSentence() {
    String message = refusal(FakeOptions.defaults().withBindAddress("192.0.2.1"));
    assertTrue(message.startsWith("cannot listen on 192.0.2.1:0: "), message);
  }

  @Test
  void anUnknownFaultNamesTheNearest() {
    String message = refusal(FakeOptions.defaults().withFaults(List.of("bussy-fades")));
    assertTrue(message.startsWith("there is no fault 'bussy-fades'; the nearest is 'busy-fades'"));
  }

  @Test
  void numbersOutOfRangeAreOneSentence() {
    assertEquals(
        "a fake cannot have 0 users; give a number from 1 to 1000000",
        assertThrows(CannotStart.class, () -> FakeOptions.defaults().withUsers(0)).getMessage());
    assertEquals(
        "port 65536 does not exist; give one from 0 (any) to 65535",
        assertThrows(CannotStart.class, () -> FakeOptions.defaults().withPort(65_536))
            .getMessage());
  }

  @Test
  void aUsersFileThatCannotBeReadIsOneSentence() throws IOException {
    Path file = folder.resolve("users.txt");
    FakeOptions options = FakeOptions.defaults().withUsersFile(file);
    assertEquals("users file " + file + " does not exist; check its path", refusal(options));
    Files.writeString(file, "\n  \n");
    assertEquals("users file " + file + " names nobody; write one GUID a line", refusal(options));
    Files.writeString(file, "5e1f0001-0a11-4c0d-8e55-000000000001\nanna\n");
    assertEquals(file + ":2: no user id; write one GUID a line", refusal(options));
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertEquals("users file " + file + " is no text; write one GUID a line", refusal(options));
    assertEquals(
        "users file " + folder + " cannot be read; check its permissions",
        refusal(FakeOptions.defaults().withUsersFile(folder)));
  }

  @Test
  void theUsersOfAFileAreTheWorld() throws IOException {
    Path file = folder.resolve("users.txt");
    List<String> ids =
        List.of("0a000000-0000-4000-8000-000000000001", "0a000000-0000-4000-8000-000000000002");
    Files.writeString(file, ids.get(0).toUpperCase(Locale.ROOT) + "\n\n" + ids.get(1));
    try (PresenceFake fake =
        PresenceFake.start(
            FakeOptions.defaults()
                .withUsersFile(file)
                .withFaults(List.of("without-session-away")))) {
      assertEquals(ids, fake.namedUsers());
      Http http = Http.to(fake.baseUrl());
      assertEquals(ids.get(0), http.get("/v1.0/me/presence").json().path("id").asString());
      assertEquals("Away/Away", http.get("/v1.0/me/presence").pair());
    }
  }

  @Test
  void oneUserIsEnough() {
    try (PresenceFake fake = PresenceFake.start(FakeOptions.defaults().withUsers(1))) {
      assertEquals(1, fake.namedUsers().size());
      assertEquals(200, Http.to(fake.baseUrl()).get("/v1.0/me/presence").status());
    }
  }

  @Test
  void twoFakesOfOneSeedHaveTheSamePeople() {
    try (PresenceFake one = PresenceFake.start(FakeOptions.defaults().withUsers(50));
        PresenceFake other = PresenceFake.start(FakeOptions.defaults().withUsers(50))) {
      Http here = Http.to(one.baseUrl());
      Http there = Http.to(other.baseUrl());
      String ids = here.admin("GET", "users", "").text();
      assertEquals(ids, there.admin("GET", "users", "").text());
      String last = here.admin("GET", "users", "").json().path("users").path(49).asString();
      String path = "/v1.0/users/" + last + "/presence";
      assertEquals(here.get(path).pair(), there.get(path).pair());
    }
  }

  @Test
  void closingTwiceIsHarmless() {
    PresenceFake fake = PresenceFake.start(FakeOptions.defaults());
    fake.close();
    fake.close();
    assertThrows(
        IOException.class,
        () ->
            Http.to(fake.baseUrl()).attempt(Duration.ofSeconds(5), "GET", "/v1.0/me/presence", ""));
  }
}
