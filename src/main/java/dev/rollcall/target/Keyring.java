package dev.rollcall.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The credentials of a run, by role.
 *
 * @param main with which requests are sent that name no role; empty for none
 */
record Keyring(Optional<Credential> main, Map<Role, Credential> byRole) {

  /** A keyring of one credential, of which nobody has said whose it is. */
  static Keyring of(Optional<Credential> only) {
    return new Keyring(only, Map.of());
  }

  /** Applications may write everybody, so theirs comes first. */
  static Keyring of(Map<Role, Credential> byRole) {
    Credential app = byRole.get(Role.APP);
    return new Keyring(
        Optional.ofNullable(app == null ? byRole.get(Role.USER) : app), Map.copyOf(byRole));
  }

  Optional<Credential> of(Role role) {
    return Optional.ofNullable(byRole.get(role));
  }

  /** With which {@code /me} is asked for. */
  Optional<Credential> signedIn() {
    return of(Role.USER).or(() -> main);
  }

  /** Whether requests are sent for a signed-in user, who can write nobody else. */
  boolean isDelegated() {
    boolean user = main.isPresent() && of(Role.USER).equals(main);
    return user || main.flatMap(Credential::claims).map(Jwt::isDelegated).orElse(false);
  }

  /** Whether some credential is a signed-in user's. */
  boolean hasUser() {
    return of(Role.USER).isPresent() || isDelegated();
  }

  /** Whether requests are known to be sent for an application alone. */
  boolean isApplication() {
    boolean app = main.isPresent() && of(Role.APP).equals(main);
    return app || main.flatMap(Credential::claims).map(jwt -> !jwt.isDelegated()).orElse(false);
  }

  /** Where the tokens come from, in words; empty if there are none. */
  Optional<String> origins() {
    Stream<String> unnamed =
        main.filter(credential -> !byRole.containsValue(credential)).stream()
            .map(credential -> "from " + credential.origin());
    Stream<String> named =
        byRole.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> "of " + entry.getKey().key() + " from " + entry.getValue().origin());
    return Stream.concat(unnamed, named).reduce((one, next) -> one + ", " + next);
  }

  /** The text without any of the tokens. */
  String conceal(String text) {
    String concealed = text;
    for (Secret secret : issued()) {
      concealed = concealed.replace(secret.reveal(), secret.toString());
    }
    return concealed;
  }

  private List<Secret> issued() {
    return Stream.concat(main.stream(), byRole.values().stream())
        .distinct()
        .flatMap(credential -> credential.issued().stream())
        .toList();
  }
}
