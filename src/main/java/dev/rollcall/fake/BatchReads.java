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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
    List<UUID> ids = IdReader.read(call.body(), reads.batchLimit(), required);
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

  private static List<UUID> known(List<UUID> ids, Call call) {
    if (!call.faults().has(Lapse.CAPITALS_IN_IDS_LEFT_OUT)) {
      return ids;
    }
    String body = new String(call.body(), StandardCharsets.UTF_8);
    return ids.stream().filter(id -> body.contains(id.toString())).toList();
  }

  private List<byte[]> items(List<UUID> ids, Call call) {
    Rules rules = call.rules();
    Instant now = call.now();
    List<byte[]> items = new ArrayList<>(ids.size());
    BitSet answered = new BitSet();
    boolean each = rules.reads().repeated() == ReadRules.Repeated.ITEM_EACH;
    boolean clear = sight.clear(call, ReadPath.BATCH);
    for (UUID id : ids) {
      Optional<User> user = world.find(id);
      if (user.isEmpty()) {
        unknown(id, rules, now).ifPresent(items::add);
      } else if (each || !answered.get(user.get().number())) {
        answered.set(user.get().number());
        items.add(
            clear
                ? user.get().item(rules, now, json)
                : json.item(
                    id.toString(),
                    sight.of(user.get(), call, ReadPath.BATCH),
                    rules.messages().others()));
      }
    }
    return items;
  }

  private Optional<byte[]> unknown(UUID id, Rules rules, Instant now) {
    return switch (rules.reads().unknown()) {
      case LEFT_OUT -> Optional.empty();
      case REFUSED -> throw Refused.notFound("One of the ids is nobody's.");
      case PRESENCE_UNKNOWN -> {
        Pair pair = new Pair(Availability.PRESENCE_UNKNOWN, Activity.PRESENCE_UNKNOWN);
        yield Optional.of(
            json.item(
                id.toString(),
                new Moment(Visible.only(pair), 0, now, Instant.MAX),
                rules.messages().others()));
      }
    };
  }

  private static byte[] joined(byte[] head, List<byte[]> items) {
    int length = head.length + TAIL.length + Math.max(0, items.size() - 1);
    for (byte[] item : items) {
      length += item.length;
    }
    byte[] all = new byte[length];
    int at = append(all, 0, head);
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        all[at++] = ',';
      }
      at = append(all, at, items.get(i));
    }
    append(all, at, TAIL);
    return all;
  }

  private static int append(byte[] all, int at, byte[] part) {
    System.arraycopy(part, 0, all, at, part.length);
    return at + part.length;
  }
}
