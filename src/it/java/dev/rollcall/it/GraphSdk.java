package dev.rollcall.it;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.presence.setpresence.SetPresencePostRequestBody;
import com.microsoft.kiota.PeriodAndDuration;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import com.microsoft.kiota.authentication.AzureIdentityAuthenticationProvider;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import reactor.core.publisher.Mono;

/** The official Java client, as it is, pointed to a fake. */
final class GraphSdk {
  static final String SESSION = "22553876-f5ab-4529-bffb-cfe50aa89f87";

  private GraphSdk() {}

  static GraphServiceClient client(String baseUrl) {
    return at(baseUrl, new GraphServiceClient(credential(baseUrl)));
  }

  static GraphServiceClient at(String baseUrl, GraphServiceClient client) {
    client.getRequestAdapter().setBaseUrl(baseUrl + "/v1.0");
    return client;
  }

  // The client shows its token to hosts that it knows to be Graph's, and to those that it is told.
  static AuthenticationProvider credential(String baseUrl) {
    TokenCredential credential = context -> Mono.just(new AccessToken("any", OffsetDateTime.MAX));
    String[] hosts = {URI.create(baseUrl).getHost()};
    return new AzureIdentityAuthenticationProvider(credential, hosts, "any/.default");
  }

  static SetPresencePostRequestBody session(String availability, String activity) {
    var body = new SetPresencePostRequestBody();
    body.setSessionId(SESSION);
    body.setAvailability(availability);
    body.setActivity(activity);
    body.setExpirationDuration(PeriodAndDuration.ofDuration(Duration.ofHours(1)));
    return body;
  }
}
