package dev.rollcall.contract;

import dev.rollcall.definition.Basis;
import dev.rollcall.target.Capability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test method that judges one promise of the API, once in each version that the target offers.
 * Its name is a sentence in snake_case: the report's title.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(ContractExtension.class)
@ResourceLock(providers = CheckLocks.class)
public @interface Check {

  /**
   * Slug, such as {@code setPresence.expires}; what stands before the dot is the operation or
   * behaviour.
   */
  String id();

  Level level();

  /** As in the clause on which the check rests. */
  Basis basis();

  /**
   * Numbers of the clauses in the definition, the one that decides first, such as {@code S-107}.
   */
  String[] clause();

  Capability[] needs();

  /** The fault of our fake that proves that the check can fail. */
  String witness();

  /** Where to look when it is red. */
  String hint();
}
