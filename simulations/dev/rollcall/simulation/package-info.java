/**
 * Gatling simulations, in three levels: an endpoint is one named request, a step is what a virtual
 * user does with it, a simulation is who does it how often. What is asked and how answers are
 * judged is decided in {@code load}.
 */
@NullMarked
package dev.rollcall.simulation;

import org.jspecify.annotations.NullMarked;
