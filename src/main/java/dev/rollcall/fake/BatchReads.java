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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads of many presences at once: the bytes of each, one after the other. */
final class BatchReads implements Family {
  private static final Map<Version, byte[]> HEADS =
      Map.of(Version.V1, head(Version.V1), Version.BETA, head(Version.BETA));
  private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

  private final World world;
  private final Access access;
  private final Sight sight;
  private final PresenceJson json;

  BatchReads(World world, PresenceJson json) {
    this.world = world;
    this.access = new Access(world);
    this.sight = new Sight(world);
    this.json = json;
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
    return Answer.presence(joined(head, items(known(ids, call), call)));
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

  /** The bytes of each that is answered, in order; null where nobody is. */
  private @Nullable byte[][] items(Ids ids, Call call) {
    Rules rules = call.rules();
    Instant now = call.now();
    @Nullable User[] users = users(ids, rules);
    byte[][] items = new byte[users.length][];
    boolean clear = sight.clear(call, ReadPath.BATCH);
    for (int i = 0; i < users.length; i++) {
      User user = users[i];
      if (user == null) {
        items[i] = unknown(ids.id(i), rules, now);
      } else if (user != world.stranger()) {
        items[i] =
            clear
                ? user.item(rules, now, json)
                : json.item(
                    user.id().toString(),
                    sight.of(user, call, ReadPath.BATCH),
                    rules.messages().others());
      }
    }
    return items;
  }

  /** Each by the id asked for; null where there is none, a stranger where one comes again. */
  private @Nullable User[] users(Ids ids, Rules rules) {
    @Nullable User[] users = new User[ids.size()];
    for (int i = 0; i < users.length; i++) {
      users[i] = world.find(ids.high(i), ids.low(i));
    }
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

  private @Nullable byte[] unknown(UUID id, Rules rules, Instant now) {
    return switch (rules.reads().unknown()) {
      case LEFT_OUT -> null;
      case REFUSED -> throw Refused.notFound("One of the ids is nobody's.");
      case PRESENCE_UNKNOWN -> {
        Pair pair = new Pair(Availability.PRESENCE_UNKNOWN, Activity.PRESENCE_UNKNOWN);
        yield json.item(
            id.toString(),
            new Moment(Visible.only(pair), 0, now, Instant.MAX),
            rules.messages().others());
      }
    };
  }

  private static byte[] joined(byte[] head, @Nullable byte[][] items) {
    int length = head.length + TAIL.length;
    int commas = -1;
    for (byte[] item : items) {
      if (item != null) {
        length += item.length;
        commas++;
      }
    }
    byte[] all = new byte[length + Math.max(0, commas)];
    int at = append(all, 0, head);
    for (byte[] item : items) {
      if (item != null) {
        if (at > head.length) {
          all[at++] = ',';
        }
        at = append(all, at, item);
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
