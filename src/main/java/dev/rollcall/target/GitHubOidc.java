package dev.rollcall.target;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The identity of a GitHub Actions job, to be exchanged for a token: the job needs {@code
 * permissions: id-token: write} (docs.github.com, "About security hardening with OpenID Connect").
 */
record GitHubOidc(String place, Route route, Map<String, String> environment) {
  private static final String PERMISSION =
      "this works in a GitHub Actions job with 'permissions: id-token: write'";

  private static final String AUDIENCE = "api://AzureADTokenExchange";

  /**
   * What GitHub says of the job, signed.
   *
   * @throws InvalidSetting outside of a job that may ask for it, or if GitHub does not answer
   */
  String assertion() {
    URI address = URI.create(variable("ACTIONS_ID_TOKEN_REQUEST_URL"));
    Secret token = new Secret(variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
    URI origin = URI.create(address.getScheme() + "://" + address.getRawAuthority());
    String query = address.getRawQuery() == null ? "?" : "?" + address.getRawQuery() + "&";
    return new ControlPlane(origin, route)
        .send("GET", address.getRawPath() + query + "audience=" + AUDIENCE, "", Optional.of(token))
        .map(answer -> answer.json().path("value").asString(""))
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () ->
                new InvalidSetting(
                    place + ": GitHub gives no identity to this job; " + PERMISSION));
  }

  private String variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new InvalidSetting(place + ": there is no " + name + "; " + PERMISSION));
  }
}
