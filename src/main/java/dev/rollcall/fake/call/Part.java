package dev.rollcall.fake.call;

import java.util.Map;
import java.util.Set;

/**
 * One of several requests that are sent as one.
 *
 * @param headers by name, in either letter case
 * @param body empty when there is none
 * @param needs the keys of those that have to succeed before
 */
public record Part(
    String id,
    String method,
    String url,
    Map<String, String> headers,
    byte[] body,
    Set<String> needs) {}
