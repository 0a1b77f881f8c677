/**
 * The control plane: what can be asked of the fake behind the service, over HTTP and in Java, and
 * its page. {@link dev.rollcall.fake.control.ControlPlane} is the door.
 */
@NullMarked
package dev.rollcall.fake.control;

import org.jspecify.annotations.NullMarked;
