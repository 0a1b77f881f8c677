/**
 * The domain behind WireMock: a stateful fake of the presence API with its errors, limits, a clock
 * that can be moved and promises that can be broken on purpose. Shares nothing with the definition,
 * so that a wrong rule in either turns the suite red.
 */
@NullMarked
package dev.rollcall.fake;

import org.jspecify.annotations.NullMarked;
