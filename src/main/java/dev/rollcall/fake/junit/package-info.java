/** The fake as an extension of JUnit. */
@NullMarked
package dev.rollcall.fake.junit;

import org.jspecify.annotations.NullMarked;
