package dev.rollcall.contract.ask;

import dev.rollcall.contract.ask.Refusals.Refusal;
import dev.rollcall.contract.wire.Answer;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.target.Identity;
import dev.rollcall.target.Role;
import dev.rollcall.target.Users;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Sends what a check calls: in one version, as one caller, every exchange on the check's record and
 * before the judge.
 *
 * @param users those whom the check may touch
 * @param me who is signed in, if anybody is known to be
 * @param caller gives the token that goes with it; empty for the target's own
 */
record Sender(
    Run run,
    Edition edition,
    CheckRecord record,
    Users users,
    Optional<String> me,
    Optional<Supplier<String>> caller) {

  /** The same as somebody who is made up. */
  Sender as(Identity identity) {
    return as(identity.user(), () -> run.target().tokenOf(identity));
  }

  /** The same in a role for which the target has a credential. */
  Sender as(Role role) {
    return as(me, () -> run.target().token(role).orElseThrow().reveal());
  }

  private Sender as(Optional<String> user, Supplier<String> token) {
    return new Sender(run, edition, record, users, user, Optional.of(token));
  }

  Reply send(Call call) {
    return new Reply(exchange(call));
  }

  /** Reads these users; what they were written may show only after a while. */
  Reply read(Collection<String> users, Call call) {
    boolean settled = run.settling().isOver(users);
    Answer answer = exchange(call);
    return settled
        ? new Reply(answer)
        : new Reply(answer, run.settling(), users, () -> exchange(call));
  }

  /** What the calls of an operation are answered without a token; on the record whoever asks. */
  List<Refusal> refusals(String operation, List<Call> calls) {
    var asked = new AtomicBoolean();
    List<Refusal> refusals =
        run.refusals()
            .of(
                edition.version(),
                operation,
                () -> {
                  asked.set(true);
                  Instant now = run.target().clock().instant();
                  return calls.stream().map(call -> refusal(call, now)).toList();
                });
    if (!asked.get()) {
      refusals.forEach(refusal -> record.addMoved(refusal.exchange()));
    }
    return refusals;
  }

  private Refusal refusal(Call call, Instant now) {
    Call anonymous = Refusals.anonymous(call);
    Answer answer = exchange(anonymous);
    return new Refusal(anonymous, answer, record.last(), now);
  }

  private Answer exchange(Call call) {
    run.leave().require(call);
    Answer answered = run.traffic().pass(() -> sent(call));
    run.settling().sent(call, me);
    return answered;
  }

  private Answer sent(Call call) {
    return edition
        .wire()
        .send(
            signed(call),
            (answer, exchange) -> {
              record.add(exchange);
              edition.judge().examine(answer, exchange, record);
            },
            record::add);
  }

  private Call signed(Call call) {
    return call.authorized()
        ? caller
            .map(Supplier::get)
            .map(token -> call.anonymous().header("Authorization", "Bearer " + token))
            .orElse(call)
        : call;
  }
}
