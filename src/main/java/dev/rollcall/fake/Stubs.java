package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The stub that leads everything below the roots of the service to it. Its priority is low, so that
 * any stub of a user comes first. It outlives every reset: WireMock loads it again after some
 * kinds, this listener adds it after the others.
 */
final class Stubs implements MappingsLoaderExtension, StubLifecycleListener {
  private static final UUID ID =
      UUID.nameUUIDFromBytes(GraphTransformer.NAME.getBytes(StandardCharsets.UTF_8));

  // Far below the default of 5.
  private static final int PRIORITY = 1_000;

  private volatile Optional<StubMappings> loaded = Optional.empty();
  private volatile boolean onlyOurs;

  @Override
  public String getName() {
    return "rollcall-stubs";
  }

  @Override
  public void loadMappingsInto(StubMappings stubs) {
    loaded = Optional.of(stubs);
    // A reset that loads the defaults comes by twice.
    if (stubs.get(ID).isEmpty()) {
      stubs.addMapping(ours());
    }
  }

  @Override
  public void afterStubsReset() {
    loaded.ifPresent(this::loadMappingsInto);
  }

  @Override
  public void afterStubCreated(StubMapping stub) {
    look();
  }

  @Override
  public void afterStubEdited(StubMapping old, StubMapping stub) {
    look();
  }

  @Override
  public void afterStubRemoved(StubMapping stub) {
    look();
  }

  // One at a time, or what somebody saw earlier could be written down later.
  private synchronized void look() {
    onlyOurs = loaded.map(StubMappings::getAll).equals(Optional.of(List.of(ours())));
  }

  /** Whether there is no stub but ours, and that one as we made it. */
  boolean areOnlyOurs() {
    return onlyOurs;
  }

  private static StubMapping ours() {
    return any(urlPathMatching("/(v1\\.0|beta)(/.*)?"))
        .withName(GraphTransformer.NAME)
        .withId(ID)
        .atPriority(PRIORITY)
        .willReturn(toTheService())
        .build();
  }

  /** The answer that the service is asked for. */
  static ResponseDefinitionBuilder toTheService() {
    return aResponse().withTransformers(GraphTransformer.NAME);
  }
}
