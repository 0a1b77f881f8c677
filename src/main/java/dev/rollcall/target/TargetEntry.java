package dev.rollcall.target;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A target as somebody described it: by an address alone, or by an entry of {@code targets.conf}.
 *
 * @param name as the user names it
 * @param place where it is described, in words; empty for an address
 * @param settings that hold for it unless the user gives others
 * @param credentials by role; empty leaves them to the usual places
 * @param cloud of Microsoft's that it is, or stands before
 * @param declared what it can or cannot do, so that nothing need be tried
 */
record TargetEntry(
    String name,
    Optional<String> place,
    ServiceRoot root,
    Map<Setting, List<String>> settings,
    Map<Role, CredentialSource> credentials,
    Route route,
    Optional<Cloud> cloud,
    Map<Capability, Boolean> declared) {

  /**
   * Where a credential comes from.
   *
   * @param appId of the calling application, where the entry says it
   */
  record CredentialSource(SecretSource source, Optional<String> appId) {}

  /**
   * A target of which only the address is known.
   *
   * @throws InvalidSetting if it is none, or there is nothing to judge
   */
  static TargetEntry at(String address) {
    ServiceRoot root = ServiceRoot.parse(address);
    Optional<Cloud> cloud =
        Cloud.at(root.base())
            .map(each -> each.requirePresence(Setting.TARGET.option() + " " + address));
    return new TargetEntry(
        address,
        Optional.empty(),
        root,
        Map.of(),
        Map.of(),
        Route.USUAL,
        cloud,
        cloud.map(Cloud::declared).orElse(Map.of()));
  }

  /** For what the cloud lacks and nobody says that it is there all the same, why it is not. */
  Map<Capability, String> lacking() {
    Map<Capability, String> lacking = new EnumMap<>(Capability.class);
    cloud.ifPresent(
        each ->
            each.declared()
                .forEach(
                    (capability, has) -> {
                      if (!has && !declared.get(capability)) {
                        lacking.put(capability, each.remedy(capability));
                      }
                    }));
    return lacking;
  }
}
