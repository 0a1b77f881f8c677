package dev.rollcall.fake;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What a server listens on: an address, a name, or everything. */
record BindAddress(String text) {

  /** As a URL has it; loopback where it listens everywhere. */
  String host() {
    if (isEverywhere()) {
      return "127.0.0.1";
    }
    return isVersion6() ? "[" + text + "]" : text;
  }

  /**
   * Under which clients may come, in the form that keytool takes.
   *
   * @param machine on which it listens, asked for only where it listens everywhere
   */
  Collection<String> alternativeNames(Supplier<Machine> machine) {
    Set<String> names = new LinkedHashSet<>(List.of("dns:localhost", "ip:127.0.0.1", "ip:::1"));
    if (isEverywhere()) {
      names.addAll(machine.get().alternativeNames());
    } else {
      names.add(isAddress() ? "ip:" + withoutZone() : "dns:" + text);
    }
    return names;
  }

  private boolean isEverywhere() {
    return text.equals("0.0.0.0") || text.equals("::");
  }

  private boolean isAddress() {
    return isVersion6() || text.matches("[0-9.]+");
  }

  private boolean isVersion6() {
    return text.contains(":");
  }

  private String withoutZone() {
    return text.replaceFirst("%.*", "");
  }
}
