/**
 * The domain: presence sessions, preferences, status messages and what they add up to at a moment.
 * A presence is a pure function of facts and {@code now}; nothing here asks for the time. Knows
 * nothing of HTTP or JSON.
 */
@NullMarked
package dev.rollcall.presence;

import org.jspecify.annotations.NullMarked;
