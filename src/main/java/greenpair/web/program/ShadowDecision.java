package greenpair.web.program;

import greenpair.catalog.Text;
import greenpair.learn.Proposal;
import greenpair.learn.ShadowRun;
import greenpair.learn.WeightLearning;
import greenpair.message.Message;
import greenpair.program.Records;
import greenpair.program.ShadowCycle;
import greenpair.program.database.Stamp;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Starts a shadow cycle with the weights of a proposal, or ends the running one.
///
/// @param days for which it runs; 0 for until the next publication
/// @param reason empty for none
/// @param recording has the first lists of a cycle recorded, without waiting for them
record ShadowDecision(
    boolean isStart,
    Proposal proposal,
    int days,
    String reason,
    WeightLearning learning,
    Runnable recording)
    implements WriteEndpoint.Work {
  @Override
  public WriteEndpoint.Done run(Records records, Stamp stamp) {
    Optional<ShadowCycle> running = records.shadows().running();
    if (isStart == running.isPresent()) {
      Fault fault =
          isStart
              ? fault(Message.of("learn.shadow_running"), Message.of("learn.shadow_running.next"))
              : fault(Message.of("learn.no_shadow"), Message.of("learn.no_shadow.next"));
      throw new RefusedException(ProblemKind.INVALID_REQUEST, fault);
    }
    if (isStart) {
      ShadowCycle begun = ShadowRun.start(proposal, days, learning, records, stamp);
      return done("shadow", begun, end(begun), stamp);
    }
    ShadowCycle ended = running.orElseThrow();
    var _ = records.shadows().end(ended, ShadowCycle.End.STOPPED, stamp.at());
    return done("end_shadow", ended, reason, stamp);
  }

  private static Fault fault(Message rule, Message next) {
    return Fault.of("decision", null, rule, next);
  }

  private static String end(ShadowCycle cycle) {
    return cycle.until() == null
        ? "next publication"
        : LocalDate.ofInstant(cycle.until(), ZoneOffset.UTC).toString();
  }

  private static WriteEndpoint.Done done(String word, ShadowCycle cycle, String more, Stamp stamp) {
    Text says = Message.of("learn.done." + word, "proposal", cycle.proposal()).text();
    return WriteEndpoint.Done.changed(
        "weights." + word,
        (cycle.proposal() + " " + more).strip(),
        new LearningDecision.Answer(word, cycle.proposal(), stamp.by(), says));
  }

  @Override
  public void written() {
    if (isStart) {
      recording.run();
    }
  }
}
