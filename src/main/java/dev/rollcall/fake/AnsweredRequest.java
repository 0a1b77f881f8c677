package dev.rollcall.fake;

/**
 * A request and what it was answered. Headers are not kept, tokens with them.
 *
 * @param path with its query
 * @param sent the body as text, the beginning of a long one
 * @param answer the body of the answer as text, the beginning of a long one
 */
public record AnsweredRequest(String method, String path, String sent, int status, String answer) {}
