/**
 * The catalogue of faults, each a promise of the service that is broken on purpose, and the switch
 * that says which of them are on.
 */
@NullMarked
package dev.rollcall.fake.fault;

import org.jspecify.annotations.NullMarked;
