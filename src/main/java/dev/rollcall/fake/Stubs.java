package dev.rollcall.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

/**
 * The stub mappings of all paths. Loaded by an extension, they survive every reset of WireMock; of
 * low priority, they give way to any stub of a user.
 */
final class Stubs implements MappingsLoaderExtension {
  private static final int LOW = 100;
  private static final int LOWEST = 200;
  private static final String NOWHERE = "rollcall-nowhere";

  @Override
  public String getName() {
    return "rollcall-stubs";
  }

  /** Name of the transformer that answers what no operation does. */
  static String nowhere() {
    return NOWHERE;
  }

  @Override
  public void loadMappingsInto(StubMappings mappings) {
    for (Operation operation : Operation.values()) {
      operation
          .paths()
          .forEach(
              path ->
                  mappings.addMapping(
                      any(urlPathTemplate("/v1.0" + path))
                          .atPriority(LOW)
                          .willReturn(
                              aResponse()
                                  .withTransformers(operation.family().transformer())
                                  .withTransformerParameter(
                                      GraphTransformer.OPERATION, operation.id()))
                          .build()));
    }
    mappings.addMapping(
        any(urlPathMatching("/(v1\\.0|beta)(/.*)?"))
            .atPriority(LOWEST)
            .willReturn(
                aResponse()
                    .withTransformers(NOWHERE)
                    .withTransformerParameter(
                        GraphTransformer.OPERATION, Operation.GET_PRESENCE.id()))
            .build());
  }
}
