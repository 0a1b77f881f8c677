package dev.rollcall.contract;

import dev.rollcall.contract.Refusals.Refusal;
import dev.rollcall.contract.wire.Answer;
import dev.rollcall.contract.wire.Call;
import dev.rollcall.target.Identity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends what a check calls: in one version, as one caller, every exchange on the check's record and
 * before the judge.
 *
 * @param caller whose token goes with it; empty for the target's own
 */
record Sender(Run run, Edition edition, CheckRecord record, Optional<Identity> caller) {

  /** The same as somebody else. */
  Sender as(Identity identity) {
    return new Sender(run, edition, record, Optional.of(identity));
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
    Answer answered =
        edition
            .wire()
            .send(
                signed(call),
                (answer, exchange) -> {
                  record.add(exchange);
                  edition.judge().examine(answer, exchange, record);
                },
                record::add);
    run.settling().sent(call, run.target().users().me());
    return answered;
  }

  private Call signed(Call call) {
    return call.authorized()
        ? caller
            .map(run.target()::tokenOf)
            .map(token -> call.anonymous().header("Authorization", "Bearer " + token))
            .orElse(call)
        : call;
  }
}
