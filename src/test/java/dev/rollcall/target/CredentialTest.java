package dev.rollcall.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CredentialTest {
  private static final Instant START = Instant.parse("2027-03-04T05:06:07Z");

  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = START;

  @Test
  void aTokenIsUsedUntilTwoMinutesBeforeItsEnd() {
    Credential credential = credential(() -> jwt(now.plus(Duration.ofHours(1))), true);
    Secret first = credential.token();
    now = START.plus(Duration.ofMinutes(58)).minusMillis(1);
    assertEquals(first, credential.token());
    now = START.plus(Duration.ofMinutes(58));
    assertFalse(first.reveal().equals(credential.token().reveal()));
    assertEquals(2, asked.get());
  }

  @Test
  void anOpaqueTokenIsAskedForAgainAfterFiveMinutes() {
    Credential credential = credential(() -> "opaque-" + asked.get(), true);
    assertEquals("opaque-1", credential.token().reveal());
    now = START.plus(Duration.ofMinutes(5));
    assertEquals("opaque-2", credential.token().reveal());
  }

  @Test
  void whatCannotChangeIsAskedForOnce() {
    Credential credential = credential(() -> jwt(START.plusSeconds(60)), false);
    credential.token();
    now = START.plus(Duration.ofDays(1));
    credential.token();
    assertEquals(1, asked.get());
  }

  @Test
  void noTokenThatWasEverInUseIsSeenInWhatIsConcealed() {
    Credential credential = credential(() -> "opaque-" + asked.get(), true);
    Keyring keyring = Keyring.of(Map.of(Role.OTHER_APP, credential));
    credential.token();
    now = START.plus(Duration.ofMinutes(5));
    credential.token();
    assertEquals("a *** and a ***", keyring.conceal("a opaque-1 and a opaque-2"));
  }

  @Test
  void theApplicationIsTheOneSomebodyNamedElseTheTokens() {
    Secret token = new Secret(encoded("{\"azp\":\"from-token\"}"));
    assertEquals(Optional.of("from-token"), Credential.fixed("here", token).appId());
    assertEquals(
        Optional.of("named"),
        new Credential("here", Optional.of("named"), () -> token, false, () -> now).appId());
  }

  private Credential credential(java.util.function.Supplier<String> source, boolean renewable) {
    return new Credential(
        "here",
        Optional.empty(),
        () -> {
          asked.incrementAndGet();
          return new Secret(source.get());
        },
        renewable,
        () -> now);
  }

  private String jwt(Instant end) {
    return encoded("{\"appid\":\"" + asked.get() + "\",\"exp\":" + end.getEpochSecond() + "}");
  }

  private static String encoded(String claims) {
    return "h."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".s";
  }
}
