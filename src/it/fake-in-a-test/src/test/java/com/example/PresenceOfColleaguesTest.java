package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFake;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceOfColleaguesTest {
  private final PresenceFake fake = PresenceFake.start(FakeOptions.defaults());

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void whoHasNoSessionIsOffline() throws Exception {
    String colleague = fake.namedUsers().get(1);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(fake.baseUrl() + "/v1.0/users/" + colleague + "/presence"))
            .header("Authorization", "Bearer any")
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"availability\":\"Offline\""), answer.body());
  }
}
