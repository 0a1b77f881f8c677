package dev.rollcall.fake;

import dev.rollcall.presence.AccessRules.Guard;
import dev.rollcall.presence.Activity;
import dev.rollcall.presence.Availability;
import dev.rollcall.presence.Moment;
import dev.rollcall.presence.Pair;
import dev.rollcall.presence.ReadPath;
import dev.rollcall.presence.ReadRules;
import dev.rollcall.presence.Rules;
import dev.rollcall.presence.Visible;
import dev.rollcall.presence.WriteRules.Member;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads of many presences at once: the bytes of each, one after the other. */
final class BatchReads implements Family {
  private static final Map<Version, byte[]> HEADS =
      Map.of(Version.V1, head(Version.V1), Version.BETA, head(Version.BETA));
  private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

  private final World world;
  private final Access access;
  private final Sight sight;
  private final Stencils stencils;

  BatchReads(World world, Stencils stencils) {
    this.world = world;
    this.access = new Access(world);
    this.sight = new Sight(world);
    this.stencils = stencils;
  }

  @Override
  public Answer answer(Call call) {
    if (!call.hasBody()) {
      throw Refused.invalid("The request has no body.");
    }
    if (!call.declaresJson()) {
      throw Refused.unsupportedBody();
    }
    Optional<Refused> denied = access.readMany(call);
    if (denied.isPresent() && !call.rules().access().has(Guard.ARGUMENTS_FIRST)) {
      throw denied.get();
    }
    ReadRules reads = call.rules().reads();
    boolean required = call.rules().writes().required().contains(Member.IDS);
    Ids ids = IdReader.read(call.body(), reads.batchLimit(), required);
    if (ids.isEmpty() && required && reads.none() == ReadRules.None.REFUSED) {
      throw Refused.invalid("Ids names nobody.");
    }
    if (denied.isPresent()) {
      throw denied.get();
    }
    byte[] head = HEADS.get(call.route().orElseThrow().version());
    Ids known = known(ids, call);
    return Answer.presence(joined(head, known, items(known, call)));
  }

  private static byte[] head(Version version) {
    return ("{\"@odata.context\":\""
            + version.metadata()
            + "Collection(microsoft.graph.presence)\",\"value\":[")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Ids known(Ids ids, Call call) {
    if (!call.faults().has(Lapse.CAPITALS_IN_IDS_LEFT_OUT)) {
      return ids;
    }
    String body = new String(call.body(), StandardCharsets.UTF_8);
    return ids.only(id -> body.contains(id.toString()));
  }

  /** What each is shown as, in order; null where nothing is answered. */
  private @Nullable Item[] items(Ids ids, Call call) {
    Rules rules = call.rules();
    Instant now = call.now();
    long nanos = Item.nanos(now);
    @Nullable User[] users = users(ids, rules);
    @Nullable Item[] items = new Item[users.length];
    boolean clear = sight.clear(call, ReadPath.BATCH);
    for (int i = 0; i < users.length; i++) {
      User user = users[i];
      if (user == null) {
        items[i] = unknown(rules, now);
      } else if (user != world.stranger()) {
        items[i] =
            clear
                ? user.item(rules, now, nanos, stencils)
                : item(sight.of(user, call, ReadPath.BATCH), rules);
      }
    }
    return items;
  }

  private Item item(Moment moment, Rules rules) {
    return new Item(moment, stencils.of(moment, rules.messages().others()));
  }

  /** Each by the id asked for; null where there is none, a stranger where one comes again. */
  private @Nullable User[] users(Ids ids, Rules rules) {
    @Nullable User[] users = world.find(ids);
    if (rules.reads().repeated() != ReadRules.Repeated.ITEM_EACH) {
      IdIndex seen = new IdIndex(ids, ids.size());
      for (int i = 0; i < users.length; i++) {
        if (!seen.add(i) && users[i] != null) {
          users[i] = world.stranger();
        }
      }
    }
    return users;
  }

  private @Nullable Item unknown(Rules rules, Instant now) {
    return switch (rules.reads().unknown()) {
      case LEFT_OUT -> null;
      case REFUSED -> throw Refused.notFound("One of the ids is nobody's.");
      case PRESENCE_UNKNOWN -> {
        Pair pair = new Pair(Availability.PRESENCE_UNKNOWN, Activity.PRESENCE_UNKNOWN);
        yield item(new Moment(Visible.only(pair), 0, now, Instant.MAX), rules);
      }
    };
  }

  private static byte[] joined(byte[] head, Ids ids, @Nullable Item[] items) {
    int length = head.length + TAIL.length;
    for (Item item : items) {
      length += item == null ? 0 : item.length() + 1;
    }
    boolean nobody = length == head.length + TAIL.length;
    byte[] all = new byte[nobody ? length : length - 1]; // no comma before the first
    int at = append(all, 0, head);
    for (int i = 0; i < items.length; i++) {
      Item item = items[i];
      if (item != null) {
        if (at > head.length) {
          all[at++] = ',';
        }
        at = item.put(ids.high(i), ids.low(i), all, at);
      }
    }
    append(all, at, TAIL);
    return all;
  }

  private static int append(byte[] all, int at, byte[] part) {
    System.arraycopy(part, 0, all, at, part.length);
    return at + part.length;
  }
}
