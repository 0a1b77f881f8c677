package dev.rollcall.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Skips a class, with the reason, where there is no browser. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
    value = "dev.rollcall.it.Browser#isThere",
    disabledReason = "there is no " + Browser.BINARY + " with " + Browser.DRIVER)
@interface NeedsBrowser {}
