package dev.rollcall.fake;

/** A request that is refused: a status and what the error envelope says. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  private Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal badRequest(String message) {
    return new Refusal(400, "InvalidArgument", message);
  }

  static Refusal unauthorized() {
    return new Refusal(401, "InvalidAuthenticationToken", "Access token is empty.");
  }

  static Refusal notFound(String message) {
    return new Refusal(404, "NotFound", message);
  }

  static Refusal methodNotAllowed() {
    return new Refusal(405, "Request_BadRequest", "The method is not allowed for this resource.");
  }

  static Refusal unsupportedMediaType() {
    return new Refusal(415, "UnsupportedMediaType", "The body has to be of type application/json.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
