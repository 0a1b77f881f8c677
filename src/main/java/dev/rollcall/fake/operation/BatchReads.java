package dev.rollcall.fake.operation;

import dev.rollcall.fake.call.Answer;
import dev.rollcall.fake.call.Call;
import dev.rollcall.fake.call.Lapse;
import dev.rollcall.fake.call.Refused;
import dev.rollcall.fake.call.Version;
import dev.rollcall.fake.world.Board;
import dev.rollcall.fake.world.Item;
import dev.rollcall.fake.world.RequestedIds;
import dev.rollcall.fake.world.Stencils;
import dev.rollcall.fake.world.User;
import dev.rollcall.fake.world.World;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads of many presences at once. */
final class BatchReads implements Family {
  private static final Map<Version, byte[]> HEADS =
      Map.of(Version.V1, head(Version.V1), Version.BETA, head(Version.BETA));

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
    RequestedIds ids = IdReader.read(call.body(), reads.batchLimit(), required, world.roster());
    if (ids.isEmpty() && required && reads.none() == ReadRules.None.REFUSED) {
      throw Refused.invalid("Ids names nobody.");
    }
    if (denied.isPresent()) {
      throw denied.get();
    }
    byte[] head = HEADS.get(call.route().orElseThrow().version());
    RequestedIds known = known(ids, call);
    boolean onceEach = reads.repeated() != ReadRules.Repeated.ITEM_EACH;
    return Answer.presence(shown(head, onceEach ? known.distinct() : known, call));
  }

  private static byte[] head(Version version) {
    return ("{\"@odata.context\":\""
            + version.metadata()
            + "Collection(microsoft.graph.presence)\",\"value\":[")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static RequestedIds known(RequestedIds ids, Call call) {
    if (!call.faults().has(Lapse.CAPITALS_IN_IDS_LEFT_OUT)) {
      return ids;
    }
    String body = new String(call.body(), StandardCharsets.UTF_8);
    return ids.only(id -> body.contains(id.toString()));
  }

  private ItemList shown(byte[] head, RequestedIds ids, Call call) {
    long[] entries = isOnBoard(call) ? world.board().at(ids, call.now()) : new long[ids.size()];
    Map<Integer, Item> others = new HashMap<>();
    for (int i = 0; i < entries.length; i++) {
      if (entries[i] == Board.UNKNOWN) {
        Item item = item(ids.place(i), ids.high(i), ids.low(i), call);
        if (item != null) {
          others.put(i, item);
        }
      }
    }
    return new ItemList(head, ids, entries, others, stencils);
  }

  private boolean isOnBoard(Call call) {
    return Board.isOf(call.rules())
        && sight.clear(call, ReadPath.BATCH)
        && world.settling().immediate();
  }

  /** What the user of an id is shown as; null when nothing is answered. */
  private @Nullable Item item(int place, long high, long low, Call call) {
    long change = world.board().change(place);
    User user = world.find(high, low);
    if (user == null) {
      return unknown(call.rules(), call.now());
    }
    if (!sight.clear(call, ReadPath.BATCH)) {
      return item(sight.of(user, call, ReadPath.BATCH), call.rules());
    }
    Item item = user.item(call.rules(), call.now(), stencils);
    if (isOnBoard(call) && item.facts() == user.facts()) {
      world.board().put(place, change, item);
    }
    return item;
  }

  private Item item(Moment moment, Rules rules) {
    return new Item(moment, stencils.of(moment, rules.messages().others()));
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
}
