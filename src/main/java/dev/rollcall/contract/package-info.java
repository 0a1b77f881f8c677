/**
 * The checks, one class per operation or behaviour, and what runs them: one annotation, one JUnit
 * extension, one listener. Judges by the definition alone and shares nothing with the fake.
 */
@NullMarked
package dev.rollcall.contract;

import org.jspecify.annotations.NullMarked;
