package dev.rollcall.target;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a target can do, and for what it cannot, what would change that. */
final class Abilities {
  private final Set<Capability> present = EnumSet.noneOf(Capability.class);
  private final Map<Capability, String> remedies = new EnumMap<>(Capability.class);
  private List<String> versions = List.of();

  void addAll(Set<Capability> capabilities) {
    present.addAll(capabilities);
  }

  void removeAll(Set<Capability> capabilities) {
    present.removeAll(capabilities);
  }

  void set(Capability capability, boolean is) {
    if (is) {
      present.add(capability);
    } else {
      present.remove(capability);
    }
  }

  /**
   * Takes a capability away.
   *
   * @param remedy what is missing, and the setting that would give it
   */
  void deny(Capability capability, String remedy) {
    present.remove(capability);
    remedies.put(capability, remedy);
  }

  boolean has(Capability capability) {
    return present.contains(capability);
  }

  Set<Capability> all() {
    return Set.copyOf(present);
  }

  String remedy(Capability capability) {
    return remedies.getOrDefault(capability, capability.remedy());
  }

  /** The versions that are offered. */
  List<String> versions() {
    return versions;
  }

  void offer(List<String> offered) {
    versions = List.copyOf(offered);
    set(Capability.BETA, versions.contains(Discovery.BETA));
  }
}
