package greenpair.web;

import greenpair.catalog.Taxonomy;
import greenpair.program.Caller;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The frame of every request that reads program data: read the parameters, read the records,
/// write down who was shown what is private, and only then reply.
final class ProgramReading {
  private final ProgramStore store;
  private final Guard guard;
  private final Taxonomy taxonomy;
  private final Replies replies;
  private final InstantSource clock;

  ProgramReading(
      ProgramStore store, Guard guard, Taxonomy taxonomy, Replies replies, InstantSource clock) {
    this.store = store;
    this.guard = guard;
    this.taxonomy = taxonomy;
    this.replies = replies;
    this.clock = clock;
  }

  /// Reads what a request asks for, by its parameters.
  interface Reading {
    Query read(Parameters parameters, Checks checks);
  }

  /// Reads the records.
  interface Query {
    Shown read(Records records, Caller caller);
  }

  /// What the caller is shown.
  ///
  /// @param secrets each private thing in it, for the audit, such as `need n1: budget`
  record Shown(Object body, List<String> secrets) {
    Shown {
      secrets = List.copyOf(secrets);
    }
  }

  /// A part of a list.
  ///
  /// @param next null on the last part
  record Items<T>(List<T> items, @org.jspecify.annotations.Nullable String next) {}

  /// @param known parameters that the address takes
  void answer(Context context, Reading reading, String... known) {
    Checks checks = new Checks(new Faults(), taxonomy);
    Query query = reading.read(Asked.parameters(Sent.of(context), checks, known), checks);
    checks.faults().throwIfAny();
    Caller caller = guard.caller(context);
    Shown shown = store.read(records -> query.read(records, caller));
    if (!shown.secrets().isEmpty()) {
      Instant now = clock.instant();
      store.write(
          records -> {
            for (String secret : shown.secrets()) {
              records.audit().add(caller, now, "private.read", secret, RequestId.of(context));
            }
            return now;
          });
    }
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    replies.answer(context, shown.body());
  }

  static RefusedException noSuchRecord(String id) {
    Fault fault =
        Fault.of(
            "id",
            id,
            new Said("is the id of a record that you may see", "须为您有权查看的记录编号"),
            new Said("the list of these records shows their ids", "编号见该类记录的列表"));
    return new RefusedException(ProblemKind.NO_SUCH_RECORD, fault.sentence(), List.of(fault));
  }
}
