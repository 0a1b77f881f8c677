package dev.rollcall.presence;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is shown of a person: an availability and the activity that explains it. */
public record Pair(Availability availability, Activity activity) {

  /** Every availability with every activity, documented or not. */
  public static Set<Pair> every() {
    return Stream.of(Availability.values())
        .flatMap(one -> Stream.of(Activity.values()).map(other -> new Pair(one, other)))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return availability.text() + "/" + activity.text();
  }
}
