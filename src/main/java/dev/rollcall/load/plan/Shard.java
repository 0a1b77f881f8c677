package dev.rollcall.load.plan;

import dev.rollcall.report.result.LoadResult;
import dev.rollcall.report.result.LoadResult.Addend;
import dev.rollcall.target.Setting;
import dev.rollcall.target.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Part {@code index} of {@code of} of a plan, counted from 1: what one of many machines does. */
public record Shard(int index, int of) {
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /**
   * @throws dev.rollcall.target.InvalidSetting if it is no such part
   */
  static Shard of(Settings settings) {
    return settings.value(Setting.SHARD).map(Shard::parse).orElse(WHOLE);
  }

  private static Shard parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (parts.matches()) {
      int index = Integer.parseInt(parts.group(1));
      int of = Integer.parseInt(parts.group(2));
      if (index >= 1 && index <= of) {
        return new Shard(index, of);
      }
    }
    throw Settings.invalid(Setting.SHARD, text, "give I/N such as 2/5, with I from 1 to N");
  }

  boolean isWhole() {
    return of == 1;
  }

  /** Whether a request, client or user of that number in the whole, from 0, is of this part. */
  boolean has(long number) {
    return number % of == index - 1;
  }

  /** How many of the whole's first ones are of this part. */
  long before(long first) {
    return (first - index + of) / of;
  }

  /** The number in the whole of one that has this number in the part. */
  long wholesNumber(long number) {
    return number * of + index - 1;
  }

  /** Of a limit, as much that all parts together do not pass it. */
  long share(long limit) {
    return limit / of;
  }

  /** The members of this part. */
  <T> List<T> of(List<T> all) {
    List<T> mine = new ArrayList<>();
    for (int i = index - 1; i < all.size(); i += of) {
      mine.add(all.get(i));
    }
    return mine;
  }

  /** As results tell it before anything was sent: nothing of the whole. */
  public LoadResult.@Nullable Shard told() {
    return isWhole() ? null : new LoadResult.Shard(index, of, null);
  }

  /** As results tell it when the run is over: nothing of the whole. */
  public LoadResult.@Nullable Shard told(Addend addend) {
    return isWhole() ? null : new LoadResult.Shard(index, of, addend);
  }

  @Override
  public String toString() {
    return index + "/" + of;
  }
}
