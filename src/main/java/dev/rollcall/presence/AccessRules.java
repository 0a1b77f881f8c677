package dev.rollcall.presence;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what; facts file, sections 2.1 to 2.5. Any one of the permissions named for a deed is
 * enough.
 *
 * @param delegated what a program may do in the name of the signed-in user
 * @param application what a program may do in its own name
 * @param guards the rules that hold beside the permissions
 * @param owner whose read of a presence shows all of its message
 */
public record AccessRules(
    Map<Deed, Set<Scope>> delegated,
    Map<Deed, Set<Scope>> application,
    Set<Guard> guards,
    Owner owner) {

  /** A rule that holds beside the permissions. */
  public enum Guard {
    /** Without an id, the caller is meant. */
    ME_IS_THE_CALLER,
    /** An application is nobody, so that it has no presence of its own. */
    NO_ME_FOR_APPLICATIONS,
    /** A signed-in user writes nobody else's presence. */
    OTHERS_ARE_NOT_WRITTEN,
    /** An application sets only the session of its own id. */
    SETS_OWN_SESSION,
    /** An application finds only the session of its own id to clear. */
    CLEARS_OWN_SESSION,
    /** Accounts of persons outside any organisation are not served. */
    NO_PERSONAL_ACCOUNTS,
    /** A request that is wrong in itself is told so, whoever sent it. */
    ARGUMENTS_FIRST,
    /** A write that is not permitted changes nothing. */
    DENIED_IS_NOT_DONE
  }

  /** Whose read of a presence shows all of its message. */
  public enum Owner {
    THE_CALLER,
    THE_FIRST_USER,
    EVERYBODY,
    NOBODY
  }

  static AccessRules documented() {
    return new AccessRules(
        Map.of(
            Deed.READ_OWN, EnumSet.of(Scope.READ, Scope.READ_ALL, Scope.READ_WRITE),
            Deed.READ_OTHERS, EnumSet.of(Scope.READ_ALL),
            Deed.READ_MANY, EnumSet.of(Scope.READ_ALL),
            Deed.WRITE, EnumSet.of(Scope.READ_WRITE),
            Deed.LOCATE, EnumSet.of(Scope.READ_WRITE)),
        Map.of(
            Deed.READ_OWN, Set.of(),
            Deed.READ_OTHERS, EnumSet.of(Scope.READ_ALL, Scope.READ_WRITE_ALL),
            Deed.READ_MANY, EnumSet.of(Scope.READ_ALL, Scope.READ_WRITE_ALL),
            Deed.WRITE, EnumSet.of(Scope.READ_WRITE_ALL),
            Deed.LOCATE, Set.of()),
        EnumSet.allOf(Guard.class),
        Owner.THE_CALLER);
  }

  public boolean has(Guard guard) {
    return guards.contains(guard);
  }

  /** These rules without one of the guards. */
  public AccessRules without(Guard guard) {
    Set<Guard> rest = EnumSet.copyOf(guards);
    rest.remove(guard);
    return new AccessRules(delegated, application, rest, owner);
  }

  /** These rules, with one cell of the table for signed-in users turned over. */
  public AccessRules turningDelegated(Deed deed, Scope scope) {
    return new AccessRules(turned(delegated, deed, scope), application, guards, owner);
  }

  /** These rules, with one cell of the table for applications turned over. */
  public AccessRules turningApplication(Deed deed, Scope scope) {
    return new AccessRules(delegated, turned(application, deed, scope), guards, owner);
  }

  private static Map<Deed, Set<Scope>> turned(Map<Deed, Set<Scope>> table, Deed deed, Scope scope) {
    Set<Scope> row = EnumSet.noneOf(Scope.class);
    row.addAll(table.getOrDefault(deed, Set.of()));
    if (!row.remove(scope)) {
      row.add(scope);
    }
    Map<Deed, Set<Scope>> all = new EnumMap<>(table);
    all.put(deed, row);
    return all;
  }

  public AccessRules withOwner(Owner value) {
    return new AccessRules(delegated, application, guards, value);
  }
}
