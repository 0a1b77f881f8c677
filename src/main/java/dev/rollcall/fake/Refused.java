package dev.rollcall.fake;

import java.util.UUID;

/** A request that is answered with the error envelope. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private Refused(int status, String code, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refused invalid(String sentence) {
    return new Refused(400, "InvalidArgument", sentence);
  }

  static Refused unreadable(String sentence) {
    return new Refused(400, "BadRequest", sentence);
  }

  static Refused anonymous() {
    return new Refused(401, "InvalidAuthenticationToken", "The request carries no bearer token.");
  }

  static Refused badToken(String sentence) {
    return new Refused(401, "InvalidAuthenticationToken", sentence);
  }

  /** As the service says it, down to the words that it begins with. */
  static Refused anothersPresence(UUID caller, UUID asked) {
    return new Refused(
        401,
        "Unauthorized",
        "Cannot set the presence of another user. Signed in is %s, asked for is %s."
            .formatted(caller, asked));
  }

  static Refused forbidden(String sentence) {
    return new Refused(403, "Forbidden", sentence);
  }

  static Refused notFound(String sentence) {
    return new Refused(404, "NotFound", sentence);
  }

  static Refused wrongMethod(String method) {
    return new Refused(
        405, "Request_BadRequest", "This path does not take " + method + " requests.");
  }

  static Refused unsupportedBody() {
    return new Refused(
        415, "UnsupportedMediaType", "The Content-Type of the body has to be application/json.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
