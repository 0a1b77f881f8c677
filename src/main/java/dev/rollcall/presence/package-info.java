/**
 * What a person's presence is at an instant: sessions, preference, status message, location and how
 * they combine, and who may ask or say what. Everything is a pure function of facts, {@link
 * dev.rollcall.presence.Rules} and {@code now}. Knows no HTTP, no JSON and no clock.
 */
@NullMarked
package dev.rollcall.presence;

import org.jspecify.annotations.NullMarked;
