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
import java.util.function.BiFunction;
import java.util.function.Function;

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
    Shown shown = read(context, query::read, Shown::secrets);
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    replies.answer(context, shown.body());
  }

  /// Reads records and writes down what of them is private.
  ///
  /// @param secrets names each private thing in what was read
  <T> T read(
      Context context, BiFunction<Records, Caller, T> reading, Function<T, List<String>> secrets) {
    Caller caller = guard.caller(context);
    T shown = store.read(records -> reading.apply(records, caller));
    List<String> secret = secrets.apply(shown);
    if (!secret.isEmpty()) {
      Instant now = clock.instant();
      store.write(
          records -> {
            for (String each : secret) {
              records.audit().add(caller, now, "private.read", each, RequestId.of(context));
            }
            return now;
          });
    }
    return shown;
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
