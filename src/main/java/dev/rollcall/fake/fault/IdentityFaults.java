package dev.rollcall.fake.fault;

import dev.rollcall.fake.call.Fault;
import dev.rollcall.fake.call.RuleFault;
import dev.rollcall.presence.AccessRules;
import dev.rollcall.presence.AccessRules.Guard;
import dev.rollcall.presence.AccessRules.Owner;
import dev.rollcall.presence.Deed;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Scope;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rule faults of who calls and what they may do: every cell of the table turned over. */
final class IdentityFaults {
  private IdentityFaults() {}

  static Stream<Fault> all() {
    return Stream.of(guards(), owners(), delegated(), application()).flatMap(each -> each);
  }

  private static Stream<Fault> guards() {
    return Stream.of(
        guard(
            "me-is-the-first-user", "/me is the first user, whoever calls", Guard.ME_IS_THE_CALLER),
        guard(
            "application-has-a-me",
            "/me is the first user for an application too",
            Guard.NO_ME_FOR_APPLICATIONS),
        guard(
            "other-users-presence-written",
            "a signed-in user writes the presence of others",
            Guard.OTHERS_ARE_NOT_WRITTEN),
        guard(
            "foreign-session-set",
            "setPresence takes the id of another application for a session",
            Guard.SETS_OWN_SESSION),
        guard(
            "foreign-session-cleared",
            "clearPresence clears the session of another application",
            Guard.CLEARS_OWN_SESSION),
        guard(
            "personal-account-served",
            "personal accounts are served like others",
            Guard.NO_PERSONAL_ACCOUNTS),
        guard(
            "scopes-before-arguments",
            "a missing scope is told before what is wrong with the request",
            Guard.ARGUMENTS_FIRST),
        guard(
            "denied-write-changes-state",
            "a write that is not permitted is carried out all the same",
            Guard.DENIED_IS_NOT_DONE));
  }

  private static Stream<Fault> owners() {
    return Stream.of(
        access(
            "owner-read-as-another",
            "the owner sees of a message what others see",
            rules -> rules.withOwner(Owner.NOBODY)),
        access(
            "another-read-as-owner",
            "everybody sees the whole of a message",
            rules -> rules.withOwner(Owner.EVERYBODY)),
        access(
            "owner-is-the-first-user",
            "whoever reads the first user's message sees the whole of it, its owner or not",
            rules -> rules.withOwner(Owner.THE_FIRST_USER)));
  }

  private static Stream<Fault> delegated() {
    return Stream.of(Scope.READ, Scope.READ_ALL, Scope.READ_WRITE)
        .flatMap(
            scope ->
                Stream.of(Deed.values())
                    .filter(deed -> deed != Deed.READ_OWN || isPromised(scope))
                    .map(deed -> delegated(deed, scope)));
  }

  // No page says whether who may write may read.
  private static boolean isPromised(Scope scope) {
    return scope != Scope.READ_WRITE;
  }

  private static Fault delegated(Deed deed, Scope scope) {
    Set<Scope> enough = Rules.documented().access().delegated().getOrDefault(deed, Set.of());
    return cell(
        "delegated",
        "a signed-in user",
        deed,
        scope,
        enough.contains(scope),
        rules -> rules.turningDelegated(deed, scope));
  }

  private static Stream<Fault> application() {
    return Stream.of(Scope.READ_ALL, Scope.READ_WRITE_ALL)
        .flatMap(
            scope ->
                Stream.of(Deed.values())
                    .filter(deed -> deed != Deed.READ_OWN)
                    .map(deed -> application(deed, scope)));
  }

  private static Fault application(Deed deed, Scope scope) {
    Set<Scope> enough = Rules.documented().access().application().getOrDefault(deed, Set.of());
    return cell(
        "application",
        "an application",
        deed,
        scope,
        enough.contains(scope),
        rules -> rules.turningApplication(deed, scope));
  }

  private static Fault cell(
      String kind,
      String who,
      Deed deed,
      Scope scope,
      boolean may,
      UnaryOperator<AccessRules> turned) {
    return access(
        "%s-%s-%s-%s".formatted(kind, Slug.of(scope), may ? "may-not" : "may", Slug.of(deed)),
        "%s with %s %s %s"
            .formatted(who, scope.text(), may ? "may not" : "may", Slug.of(deed).replace('-', ' ')),
        turned);
  }

  private static Fault guard(String id, String description, Guard guard) {
    return access(id, description, rules -> rules.without(guard));
  }

  private static Fault access(String id, String description, UnaryOperator<AccessRules> change) {
    return new RuleFault(id, description, rules -> rules.access(change));
  }
}
