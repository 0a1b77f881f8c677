package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The stubs that lead to the families. Their priority is low, so that any stub of a user comes
 * first. They outlive every reset: WireMock loads them again after some kinds, this listener adds
 * them after the others.
 */
final class Stubs implements MappingsLoaderExtension, StubLifecycleListener {
  static final String READS = "rollcall-reads";
  static final String BATCH = "rollcall-batch";
  static final String SESSIONS = "rollcall-sessions";
  static final String PREFERENCES = "rollcall-preferences";
  static final String MESSAGES = "rollcall-messages";
  static final String UNSERVED = "rollcall-unserved";

  private static final String BOUND =
      "/v1\\.0/(me/presence|users/[^/]+/presence|communications/presences/[^/]+)";
  private static final String ACTION = BOUND + "/(microsoft\\.graph\\.)?";

  // Far below the default of 5; the order among them is that of traffic.
  private static final int FIRST = 1_000;

  private volatile Optional<StubMappings> loaded = Optional.empty();

  @Override
  public String getName() {
    return "rollcall-stubs";
  }

  @Override
  public void afterStubsReset() {
    loaded.ifPresent(this::loadMappingsInto);
  }

  @Override
  public void loadMappingsInto(StubMappings stubs) {
    loaded = Optional.of(stubs);
    add(stubs, 0, BATCH, post(urlPathEqualTo("/v1.0/communications/getPresencesByUserId")));
    add(stubs, 1, READS, get(urlPathMatching(BOUND)));
    add(stubs, 2, SESSIONS, post(urlPathMatching(ACTION + "(setPresence|clearPresence)")));
    add(
        stubs,
        3,
        PREFERENCES,
        post(urlPathMatching(ACTION + "(setUserPreferredPresence|clearUserPreferredPresence)")));
    add(stubs, 4, MESSAGES, post(urlPathMatching(ACTION + "setStatusMessage")));
    add(stubs, 5, UNSERVED, any(urlPathMatching("/(v1\\.0|beta)(/.*)?")));
  }

  private static void add(StubMappings stubs, int order, String family, MappingBuilder request) {
    UUID id = UUID.nameUUIDFromBytes(family.getBytes(StandardCharsets.UTF_8));
    // A reset that loads the defaults comes by twice.
    if (stubs.get(id).isEmpty()) {
      stubs.addMapping(
          request
              .withName(family)
              .withId(id)
              .atPriority(FIRST + order)
              .willReturn(aResponse().withTransformers(family))
              .build());
    }
  }
}
