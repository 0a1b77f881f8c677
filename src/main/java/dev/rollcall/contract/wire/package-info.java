/**
 * Sends requests and guards exchanges: a deadline that aborts the connection, a cap on the body, no
 * redirect, no hidden retry, no secret in what is recorded. Whatever a target does ends here as an
 * answer or as {@link dev.rollcall.contract.wire.NoAnswer}. Knows nothing of checks.
 */
@NullMarked
package dev.rollcall.contract.wire;

import org.jspecify.annotations.NullMarked;
