package dev.rollcall.contract.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.contract.model.Sequences.Scope;
import dev.rollcall.definition.Combination;
import dev.rollcall.definition.Definition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The search for sequences, on subjects that are wrong in one way each. */
class SequencesTest {
  private static final Set<Scope> STRICT = EnumSet.of(Scope.SHOULD);
  private static final Sequences SEQUENCES = new Sequences(Definition.bundled("v1.0"), STRICT, 8);

  /** One session, no preference, no message; what a test wants otherwise it overrides. */
  private static class OneSession implements Subject {
    Optional<Combination> session = Optional.empty();

    @Override
    public int setSession(App app, Combination pair, Optional<Duration> life) {
      boolean listed =
          List.of("Available/Available", "Busy/InACall", "Busy/InAConferenceCall", "Away/Away")
                  .contains(pair.toString())
              || pair.toString().equals("DoNotDisturb/Presenting");
      boolean allowed = life.map(each -> each.toMinutes() >= 5 && each.toHours() <= 4).orElse(true);
      if (!listed || !allowed) {
        return 400;
      }
      session = Optional.of(pair);
      return 200;
    }

    @Override
    public int clearSession(App app) {
      int status = session.isPresent() ? 200 : 404;
      session = Optional.empty();
      return status;
    }

    @Override
    public int prefer(Combination pair, Optional<Duration> life) {
      return 429;
    }

    @Override
    public int clearPreference() {
      return 429;
    }

    @Override
    public int say(String text, Optional<Duration> life) {
      return 429;
    }

    @Override
    public void pass(Duration by) {
      throw new AssertionError("the clock is not to be moved");
    }

    @Override
    public Seen read(Path path, Predicate<Seen> expected) {
      return shown(session.orElse(new Combination("Offline", "Offline")));
    }
  }

  private static Seen shown(Combination pair) {
    return new Seen(200, Optional.of(pair), Optional.empty(), "");
  }

  private static Optional<Finding> search(long seed, Supplier<Subject> subjects) {
    return SEQUENCES.search(seed, 200, subjects);
  }

  @Test
  void whatIsRightOrThrottledIsNotFound() {
    assertEquals(Optional.empty(), search(1, OneSession::new));
  }

  @Test
  void aFindingTellsTheShortestSequenceAndWhatWasExpected() {
    Supplier<Subject> deafToClear =
        () ->
            new OneSession() {
              @Override
              public int clearSession(App app) {
                return session.isPresent() ? 200 : 404;
              }
            };
    for (long seed = 1; seed <= 5; seed++) {
      Finding finding = search(seed, deafToClear).orElseThrow();
      assertEquals("Offline/Offline", finding.expected());
      assertEquals("Available/Available", finding.actual());
      assertEquals("1. setPresence Available/Available; 2. clearPresence", finding.sequence());
    }
  }

  @Test
  void theReadThatShowsItIsNamed() {
    Supplier<Subject> staleBatch =
        () ->
            new OneSession() {
              @Override
              public Seen read(Path path, Predicate<Seen> expected) {
                return path == Path.BATCH
                    ? shown(new Combination("Offline", "Offline"))
                    : super.read(path, expected);
              }
            };
    assertEquals(
        "1. setPresence Available/Available, read with getPresencesByUserId",
        search(3, staleBatch).orElseThrow().sequence());
  }

  @Test
  void aWrongStatusIsFoundToo() {
    Supplier<Subject> prude =
        () ->
            new OneSession() {
              @Override
              public int setSession(App app, Combination pair, Optional<Duration> life) {
                return pair.availability().equals("DoNotDisturb")
                    ? 400
                    : super.setSession(app, pair, life);
              }
            };
    Finding finding = search(4, prude).orElseThrow();
    assertEquals("status 200", finding.expected());
    assertEquals("status 400", finding.actual());
    assertEquals("1. setPresence DoNotDisturb/Presenting", finding.sequence());
  }

  @Test
  void anAnswerThatIsNoPresenceIsFound() {
    Supplier<Subject> mute =
        () ->
            new OneSession() {
              @Override
              public Seen read(Path path, Predicate<Seen> expected) {
                return new Seen(500, Optional.empty(), Optional.empty(), "status 500");
              }
            };
    Finding finding = search(5, mute).orElseThrow();
    assertEquals("a presence of the user", finding.expected());
    assertEquals("status 500", finding.actual());
  }

  @Test
  void whatFailsOnlyOnceIsReportedAsSuch() {
    List<Subject> made = new ArrayList<>();
    Supplier<Subject> moody =
        () -> {
          boolean first = made.isEmpty();
          made.add(
              new OneSession() {
                @Override
                public Seen read(Path path, Predicate<Seen> expected) {
                  return first
                      ? shown(new Combination("Busy", "Available"))
                      : super.read(path, expected);
                }
              });
          return made.get(made.size() - 1);
        };
    Finding finding = search(6, moody).orElseThrow();
    assertEquals("Busy/Available (not every time)", finding.actual());
    assertTrue(made.size() <= 62, "runs: " + made.size());
  }

  @Test
  void aSubjectThatMayLagIsToldWhatToWaitFor() {
    Supplier<Subject> late =
        () ->
            new OneSession() {
              @Override
              public Seen read(Path path, Predicate<Seen> expected) {
                Seen stale = shown(new Combination("BeRightBack", "BeRightBack"));
                return expected.test(stale) ? stale : super.read(path, expected);
              }
            };
    assertEquals(Optional.empty(), search(7, late));
  }

  @Test
  void aDefectOfOursIsNotSwallowed() {
    Supplier<Subject> none =
        () -> {
          throw new IllegalStateException("nobody to read");
        };
    assertThrows(IllegalStateException.class, () -> search(8, none));
  }
}
