package dev.rollcall.fake.world;

import dev.rollcall.presence.Presence;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one person as they were written, as far back as somebody may still see them. One
 * thread at a time adds; any may look.
 */
final class History {
  private final Settling settling;
  private volatile Entry newest;

  private static final class Entry {
    private final Presence facts;
    private final long at;
    private volatile @Nullable Entry before;

    Entry(Presence facts, long at, @Nullable Entry before) {
      this.facts = facts;
      this.at = at;
      this.before = before;
    }
  }

  History(Presence first, Settling settling) {
    this.settling = settling;
    this.newest = new Entry(first, settling.now(), null);
  }

  /** The facts that a read shows. */
  Presence seen() {
    Entry entry = newest;
    return settling.immediate() ? entry.facts : seen(entry).facts;
  }

  void add(Presence facts) {
    Entry last = newest;
    // What lies behind the entry that is seen now will never be seen again.
    seen(last).before = null;
    newest = new Entry(facts, settling.now(), settling.immediate() ? null : last);
  }

  private Entry seen(Entry from) {
    Entry entry = from;
    for (Entry before = entry.before; before != null && !settling.seen(entry.at); ) {
      entry = before;
      before = entry.before;
    }
    return entry;
  }
}
