package dev.rollcall.target;

import dev.rollcall.target.ControlPlane.Answer;
import java.util.Optional;

/**
 * Finds out what a target serves that tells nothing of itself: by reads alone, and no more of them
 * once one had no answer.
 */
final class Discovery {
  static final String STABLE = "v1.0";
  static final String BETA = "beta";

  private final ControlPlane plane;
  private final ServiceRoot root;
  private final Optional<Credential> token;
  private boolean silent;

  Discovery(ControlPlane plane, ServiceRoot root, Optional<Credential> token) {
    this.plane = plane;
    this.root = root;
    this.token = token;
  }

  /** Whoever is signed in, if the token has a user. */
  Optional<String> signedIn() {
    return token
        .flatMap(credential -> ask("GET", root.version().orElse(STABLE) + "/me/presence", ""))
        .map(answer -> answer.json().path("id").asString(""))
        .filter(id -> Handshake.isId(id) && !holdsToken(id));
  }

  /**
   * Whether beta answers a read.
   *
   * @param somebody path of a user who may be read
   */
  boolean readsInBeta(String somebody) {
    return ask("GET", BETA + somebody + "/presence", "")
        .map(answer -> answer.json().path("id").isString())
        .orElse(false);
  }

  /**
   * Whether a batch with one read in it is answered as one.
   *
   * @param somebody path of a user who may be read
   */
  boolean servesBatches(String somebody) {
    String part = "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"" + somebody + "/presence\"}";
    return ask("POST", root.version().orElse(STABLE) + "/$batch", "{\"requests\":[" + part + "]}")
        .map(answer -> answer.json().path("responses").isArray())
        .orElse(false);
  }

  /** It would be shown as who is signed in. */
  private boolean holdsToken(String id) {
    return token.filter(credential -> id.contains(credential.token().reveal())).isPresent();
  }

  private Optional<Answer> ask(String method, String path, String body) {
    if (silent) {
      return Optional.empty();
    }
    Optional<Answer> answer =
        plane.send(
            method, root.base().getRawPath() + "/" + path, body, token.map(Credential::token));
    silent = answer.isEmpty();
    return answer.filter(each -> each.status() == 200);
  }
}
