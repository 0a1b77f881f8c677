/**
 * The presence domain behind WireMock: the documented paths, the error envelope, a clock, and
 * faults that break one promise each. {@link dev.rollcall.fake.PresenceFake} is a server of its
 * own; {@link dev.rollcall.fake.PresenceExtension} puts the same into any WireMock server. Knows
 * nothing of checks, definition pages or reports.
 */
@NullMarked
package dev.rollcall.fake;

import org.jspecify.annotations.NullMarked;
