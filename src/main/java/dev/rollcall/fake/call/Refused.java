package dev.rollcall.fake.call;

import java.util.UUID;

/** A request that is answered with the error envelope. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private Refused(int status, String code, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static Refused invalid(String sentence) {
    return new Refused(400, "InvalidArgument", sentence);
  }

  public static Refused unreadable(String sentence) {
    return new Refused(400, "BadRequest", sentence);
  }

  public static Refused anonymous() {
    return new Refused(401, "InvalidAuthenticationToken", "The request carries no bearer token.");
  }

  static Refused badToken(String sentence) {
    return new Refused(401, "InvalidAuthenticationToken", sentence);
  }

  /** As the service says it, down to the words that it begins with. */
  public static Refused anothersPresence(UUID caller, UUID asked) {
    return new Refused(
        401,
        "Unauthorized",
        "Cannot set the presence of another user. Signed in is %s, asked for is %s."
            .formatted(caller, asked));
  }

  public static Refused forbidden(String sentence) {
    return new Refused(403, "Forbidden", sentence);
  }

  public static Refused notFound(String sentence) {
    return new Refused(404, "NotFound", sentence);
  }

  public static Refused wrongMethod(String method) {
    return new Refused(
        405, "Request_BadRequest", "This path does not take " + method + " requests.");
  }

  public static Refused unsupportedBody() {
    return new Refused(
        415, "UnsupportedMediaType", "The Content-Type of the body has to be application/json.");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
