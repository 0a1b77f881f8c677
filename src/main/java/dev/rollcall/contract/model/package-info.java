/**
 * Random sequences of commands, each step compared with a small oracle written from the definition.
 * Numbers are drawn, recorded and replayed, so that a failure can be shortened and repeated. Knows
 * neither HTTP nor checks: a sequence acts on a {@link dev.rollcall.contract.model.Subject}.
 */
@NullMarked
package dev.rollcall.contract.model;

import org.jspecify.annotations.NullMarked;
