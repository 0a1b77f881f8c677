package dev.rollcall.contract;

import dev.rollcall.target.Capability;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Keeps parallel checks apart by what they need: whoever moves the clock or sets a limit has the
 * world to itself, and the signed-in user is written by one check at a time.
 */
final class CheckLocks implements ResourceLocksProvider {
  private static final Set<Capability> MOVING = Set.of(Capability.CLOCK, Capability.THROTTLE);

  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingTypes, Class<?> testClass, Method testMethod) {
    return Catalogue.entry(testMethod).map(entry -> locks(entry.check())).orElse(Set.of());
  }

  private static Set<Lock> locks(Check check) {
    Set<Capability> needs = Set.of(check.needs());
    var locks = new HashSet<Lock>();
    locks.add(new Lock("world", access(needs.stream().anyMatch(MOVING::contains))));
    if (needs.contains(Capability.ME)) {
      locks.add(new Lock("me", access(needs.contains(Capability.WRITE))));
    }
    return locks;
  }

  private static ResourceAccessMode access(boolean changes) {
    return changes ? ResourceAccessMode.READ_WRITE : ResourceAccessMode.READ;
  }
}
