package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.fake.PresenceFixture;
import dev.rollcall.fake.junit.PresenceFakeExtension;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class MeetingsTest {

  @Test
  @ExtendWith(PresenceFakeExtension.class)
  void whoIsInAMeetingIsBusy(PresenceFixture fake) throws Exception {
    fake.set("adele", Availability.BUSY, Activity.IN_A_MEETING);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(fake.baseUrl() + "/v1.0/users/" + fake.user("adele") + "/presence"))
            .header("Authorization", "Bearer any")
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertTrue(answer.body().contains("\"activity\":\"InAMeeting\""), answer.body());
  }
}
