package dev.rollcall.fake.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.Jwt;
import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void tokensAreRememberedUpToAPoint() {
    Tokens tokens = new Tokens();
    String token = "Bearer " + Jwt.of("{\"appid\":\"a\"}");
    Caller caller = tokens.caller(token).orElseThrow();
    assertTrue(caller == tokens.caller(token).orElseThrow(), "read once");
    for (int i = 0; i < 2_000; i++) {
      tokens.caller("Bearer " + Jwt.of("{\"appid\":\"" + i + "\"}"));
    }
    assertEquals(caller, tokens.caller(token).orElseThrow());
  }
}
