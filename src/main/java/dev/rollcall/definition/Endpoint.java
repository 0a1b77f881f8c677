package dev.rollcall.definition;

/**
 * A method and a path template below the version segment, such as {@code GET /users/{id}/presence}.
 */
public record Endpoint(String method, String path) {
  @Override
  public String toString() {
    return method + " " + path;
  }
}
