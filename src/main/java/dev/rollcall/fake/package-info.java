/**
 * The presence domain behind WireMock. {@link dev.rollcall.fake.PresenceFake} is a server of its
 * own; {@link dev.rollcall.fake.PresenceExtension} puts the same into any WireMock server. Knows
 * nothing of checks, definition pages or reports.
 *
 * <p>A request becomes a {@code call}, is answered by an {@code operation} on the {@code world},
 * and spoiled by a {@code fault} that meets it; {@code control} moves the clock, people and faults.
 * What is public in these rooms is so for the rooms beside them, but for the types that {@link
 * dev.rollcall.fake.FakeOptions} and {@link dev.rollcall.fake.FakeControl} name.
 */
@NullMarked
package dev.rollcall.fake;

import org.jspecify.annotations.NullMarked;
