package dev.rollcall.target;

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
 * @param declared what it can or cannot do, so that nothing need be tried
 */
record TargetEntry(
    String name,
    Optional<String> place,
    ServiceRoot root,
    Map<Setting, List<String>> settings,
    Map<Role, CredentialSource> credentials,
    Route route,
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
   * @throws InvalidSetting if it is none
   */
  static TargetEntry at(String address) {
    return new TargetEntry(
        address,
        Optional.empty(),
        ServiceRoot.parse(address),
        Map.of(),
        Map.of(),
        Route.USUAL,
        Map.of());
  }
}
