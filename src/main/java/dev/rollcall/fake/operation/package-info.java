/**
 * The operations of the service, from a call to its answer: who may, what is asked for, what it
 * does to the world, and how many calls there may be. {@link dev.rollcall.fake.operation.Service}
 * is the door.
 */
@NullMarked
package dev.rollcall.fake.operation;

import org.jspecify.annotations.NullMarked;
