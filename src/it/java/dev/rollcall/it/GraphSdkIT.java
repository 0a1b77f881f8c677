package dev.rollcall.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.graph.communications.getpresencesbyuserid.GetPresencesByUserIdPostRequestBody;
import com.microsoft.graph.communications.presences.item.PresenceItemRequestBuilder;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.content.BatchResponseContent;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.Presence;
import com.microsoft.graph.models.PresenceStatusMessage;
import com.microsoft.graph.models.WorkLocationType;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.presence.PresenceRequestBuilder;
import com.microsoft.graph.users.item.presence.clearpresence.ClearPresencePostRequestBody;
import com.microsoft.graph.users.item.presence.setautomaticlocation.SetAutomaticLocationPostRequestBody;
import com.microsoft.graph.users.item.presence.setmanuallocation.SetManualLocationPostRequestBody;
import com.microsoft.graph.users.item.presence.setstatusmessage.SetStatusMessagePostRequestBody;
import com.microsoft.graph.users.item.presence.setuserpreferredpresence.SetUserPreferredPresencePostRequestBody;
import com.microsoft.kiota.PeriodAndDuration;
import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.Https;
import dev.rollcall.fake.PresenceFake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The official Java client, as it is, against the fake. */
class GraphSdkIT {
  private PresenceFake fake;
  private GraphServiceClient graph;

  /** The paths that lead to the presence of the signed-in user. */
  private enum PathTo {
    ME((graph, id) -> graph.me().presence()),
    USER((graph, id) -> graph.users().byUserId(id).presence());

    private final BiFunction<GraphServiceClient, String, PresenceRequestBuilder> builder;

    PathTo(BiFunction<GraphServiceClient, String, PresenceRequestBuilder> builder) {
      this.builder = builder;
    }
  }

  @BeforeEach
  void start() {
    fake = PresenceFake.start(FakeOptions.defaults());
    graph = GraphSdk.client(fake.baseUrl());
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private String user(int number) {
    return fake.namedUsers().get(number);
  }

  private PresenceRequestBuilder presence(PathTo path) {
    return path.builder.apply(graph, user(0));
  }

  private PresenceItemRequestBuilder communications() {
    return graph.communications().presences().byPresenceId(user(0));
  }

  // A new one for each call: the client sends of a body only what changed since it was last sent.
  private static ClearPresencePostRequestBody end() {
    var body = new ClearPresencePostRequestBody();
    body.setSessionId(GraphSdk.SESSION);
    return body;
  }

  private static String pair(Presence presence) {
    return presence.getAvailability() + "/" + presence.getActivity();
  }

  private static void assertRefused(int status, String code, Runnable call) {
    ODataError error = assertThrows(ODataError.class, call::run);
    assertEquals(status, error.getResponseStatusCode());
    assertEquals(code, error.getError().getCode());
    assertNotNull(error.getError().getMessage());
    assertNotNull(UUID.fromString(error.getError().getInnerError().getRequestId()));
    assertNotNull(error.getError().getInnerError().getDate());
  }

  @ParameterizedTest
  @EnumSource
  void aSessionIsSetSeenAndCleared(PathTo path) {
    presence(path).setPresence().post(GraphSdk.session("Busy", "InACall"));
    assertEquals("Busy/InACall", pair(presence(path).get()));
    assertEquals(user(0), presence(path).get().getId());
    assertEquals("Busy/InACall", pair(communications().get()));
    presence(path).clearPresence().post(end());
    assertEquals("Offline/Offline", pair(presence(path).get()));
    assertRefused(404, "NotFound", () -> presence(path).clearPresence().post(end()));
  }

  @ParameterizedTest
  @EnumSource
  void aPreferenceIsSetSeenAndCleared(PathTo path) {
    presence(path).setPresence().post(GraphSdk.session("Available", "Available"));
    var preferred = new SetUserPreferredPresencePostRequestBody();
    preferred.setAvailability("DoNotDisturb");
    preferred.setActivity("DoNotDisturb");
    preferred.setExpirationDuration(PeriodAndDuration.ofDuration(Duration.ofHours(8)));
    presence(path).setUserPreferredPresence().post(preferred);
    assertEquals("DoNotDisturb/DoNotDisturb", pair(presence(path).get()));
    presence(path).clearUserPreferredPresence().post();
    assertEquals("Available/Available", pair(presence(path).get()));
  }

  @ParameterizedTest
  @EnumSource
  void aStatusMessageIsSetAndSeen(PathTo path) {
    var text = new ItemBody();
    text.setContent("Back at three");
    text.setContentType(BodyType.Text);
    var expiry = new DateTimeTimeZone();
    expiry.setDateTime("2099-01-01T15:00:00.0000000");
    expiry.setTimeZone("Pacific Standard Time");
    var message = new PresenceStatusMessage();
    message.setMessage(text);
    message.setExpiryDateTime(expiry);
    var body = new SetStatusMessagePostRequestBody();
    body.setStatusMessage(message);
    presence(path).setStatusMessage().post(body);
    PresenceStatusMessage shown = presence(PathTo.ME).get().getStatusMessage();
    assertEquals("Back at three", shown.getMessage().getContent());
    assertEquals(BodyType.Text, shown.getMessage().getContentType());
    assertEquals("UTC", shown.getExpiryDateTime().getTimeZone());
    assertEquals("2099-01-01T23:00:00.0000000", shown.getExpiryDateTime().getDateTime());
    assertNotNull(shown.getPublishedDateTime());
  }

  @ParameterizedTest
  @EnumSource
  void aWorkLocationIsSetSeenAndCleared(PathTo path) {
    var automatic = new SetAutomaticLocationPostRequestBody();
    automatic.setWorkLocationType(WorkLocationType.Remote);
    presence(path).setAutomaticLocation().post(automatic);
    var manual = new SetManualLocationPostRequestBody();
    manual.setWorkLocationType(WorkLocationType.Office);
    manual.setPlaceId("eb706f15-137e-4722-b4d1-b601481d9251");
    presence(path).setManualLocation().post(manual);
    assertEquals(
        WorkLocationType.Office, presence(path).get().getWorkLocation().getWorkLocationType());
    assertEquals(
        "eb706f15-137e-4722-b4d1-b601481d9251",
        presence(path).get().getWorkLocation().getPlaceId());
    presence(path).clearAutomaticLocation().post();
    assertEquals(
        WorkLocationType.Office, presence(path).get().getWorkLocation().getWorkLocationType());
    presence(path).clearLocation().post();
    assertEquals(
        WorkLocationType.Unspecified, presence(path).get().getWorkLocation().getWorkLocationType());
  }

  @Test
  void everyActionIsServedBelowCommunications() {
    var session =
        new com.microsoft.graph.communications.presences.item.setpresence
            .SetPresencePostRequestBody();
    session.setSessionId(GraphSdk.SESSION);
    session.setAvailability("Available");
    session.setActivity("Available");
    communications().setPresence().post(session);
    var preferred =
        new com.microsoft.graph.communications.presences.item.setuserpreferredpresence
            .SetUserPreferredPresencePostRequestBody();
    preferred.setAvailability("BeRightBack");
    preferred.setActivity("BeRightBack");
    communications().setUserPreferredPresence().post(preferred);
    assertEquals("BeRightBack/BeRightBack", pair(communications().get()));
    communications().clearUserPreferredPresence().post();
    var clear =
        new com.microsoft.graph.communications.presences.item.clearpresence
            .ClearPresencePostRequestBody();
    clear.setSessionId(GraphSdk.SESSION);
    communications().clearPresence().post(clear);
    assertEquals("Offline/Offline", pair(communications().get()));
    var message =
        new com.microsoft.graph.communications.presences.item.setstatusmessage
            .SetStatusMessagePostRequestBody();
    message.setStatusMessage(new PresenceStatusMessage());
    message.getStatusMessage().setMessage(new ItemBody());
    message.getStatusMessage().getMessage().setContent("Away");
    message.getStatusMessage().getMessage().setContentType(BodyType.Text);
    communications().setStatusMessage().post(message);
    assertEquals("Away", communications().get().getStatusMessage().getMessage().getContent());
    var automatic =
        new com.microsoft.graph.communications.presences.item.setautomaticlocation
            .SetAutomaticLocationPostRequestBody();
    automatic.setWorkLocationType(WorkLocationType.Remote);
    communications().setAutomaticLocation().post(automatic);
    var manual =
        new com.microsoft.graph.communications.presences.item.setmanuallocation
            .SetManualLocationPostRequestBody();
    manual.setWorkLocationType(WorkLocationType.TimeOff);
    communications().setManualLocation().post(manual);
    assertEquals(
        WorkLocationType.TimeOff, communications().get().getWorkLocation().getWorkLocationType());
    communications().clearLocation().post();
    communications().clearAutomaticLocation().post();
  }

  @Test
  void presencesOfManyAreReadAtOnce() {
    presence(PathTo.ME).setPresence().post(GraphSdk.session("DoNotDisturb", "Presenting"));
    var ids = new GetPresencesByUserIdPostRequestBody();
    ids.setIds(List.of(user(0), user(1)));
    List<Presence> read = graph.communications().getPresencesByUserId().post(ids).getValue();
    assertEquals(List.of(user(0), user(1)), read.stream().map(Presence::getId).toList());
    assertEquals(
        List.of("DoNotDisturb/Presenting", "Offline/Offline"),
        read.stream().map(GraphSdkIT::pair).toList());
    assertEquals(false, read.get(0).getOutOfOfficeSettings().getIsOutOfOffice());
  }

  @Test
  void refusalsCarryCodeAndMessage() {
    assertRefused(
        400,
        "InvalidArgument",
        () -> presence(PathTo.ME).setPresence().post(GraphSdk.session("Busy", "Away")));
    assertRefused(
        404,
        "NotFound",
        () -> graph.users().byUserId(UUID.randomUUID().toString()).presence().get());
    assertRefused(405, "Request_BadRequest", () -> presence(PathTo.ME).delete());
    assertRefused(405, "Request_BadRequest", () -> presence(PathTo.ME).patch(new Presence()));
  }

  @Test
  void whoShowsNoTokenIsTold() {
    var anonymous = GraphSdk.at(fake.baseUrl(), new GraphServiceClient((request, context) -> {}));
    assertRefused(401, "InvalidAuthenticationToken", () -> anonymous.me().presence().get());
  }

  @Test
  void httpsIsServedToo() throws Exception {
    var secure = FakeOptions.defaults().withHttps(Https.defaults());
    try (PresenceFake https = PresenceFake.start(secure)) {
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(https.trustStore().orElseThrow());
      var tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      var client =
          GraphClientFactory.create(GraphServiceClient.getGraphClientOptions())
              .sslSocketFactory(
                  tls.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
              .build();
      String url = https.baseUrl();
      var overTls = GraphSdk.at(url, new GraphServiceClient(GraphSdk.credential(url), client));
      assertEquals("Offline/Offline", pair(overTls.me().presence().get()));
    }
  }

  @Test
  void aBatchIsAnsweredPartByPart() throws Exception {
    var batch = new BatchRequestContent(graph);
    String written =
        batch.addBatchRequestStep(
            presence(PathTo.USER)
                .setPresence()
                .toPostRequestInformation(GraphSdk.session("Busy", "InACall")));
    String read =
        batch.addBatchRequestStep(
            graph.users().byUserId(user(1)).presence().toGetRequestInformation());
    String own = batch.addBatchRequestStep(presence(PathTo.ME).toGetRequestInformation());
    String unknown =
        batch.addBatchRequestStep(
            graph
                .users()
                .byUserId(UUID.randomUUID().toString())
                .presence()
                .toGetRequestInformation());
    BatchResponseContent answers = graph.getBatchRequestBuilder().post(batch, Map.of());
    assertEquals(
        Map.of(written, 200, read, 200, own, 200, unknown, 404), answers.getResponsesStatusCode());
    Function<String, Presence> presence =
        id -> answers.getResponseById(id, Presence::createFromDiscriminatorValue);
    assertEquals(user(1), presence.apply(read).getId());
    assertEquals(user(0), presence.apply(own).getId());
    assertEquals("Busy/InACall", pair(presence(PathTo.ME).get()));
  }
}
