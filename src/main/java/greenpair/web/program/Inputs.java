package greenpair.web.program;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.LiveIndex;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.program.ProgramStore;
import greenpair.web.http.Faults;
import greenpair.web.http.ValueParser;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Input;
import org.jspecify.annotations.Nullable;

/// Checks requests for programme data against the catalog and what users entered. The catalog is
/// acquired only for what names an entry of it: all else must be possible also while nothing can be
/// served.
///
/// @param within time limit for the index queries of one request; zero for no limit
public record Inputs(LiveIndex live, Taxonomy taxonomy, ProgramStore store, Duration within) {
  /// Does something with the contents of a request.
  public <T> T with(ApiRequest sent, ValueParser checks, Function<Input, T> work) {
    try (LazySnapshot snapshot = new LazySnapshot()) {
      return work.apply(new Input(sent, snapshot, checks, this::draft));
    }
  }

  /// For a request whose texts may be stored.
  ValueParser checks() {
    return ValueParser.ofStored(new Faults(), taxonomy);
  }

  private Optional<EntryId> draft(Kind kind, EntryId id) {
    return store
        .read(records -> records.revisions().latest(kind, id))
        .map(found -> found.city() == null ? found.entry() : found.city());
  }

  private final class LazySnapshot implements Supplier<Snapshot>, AutoCloseable {
    private @Nullable Snapshot snapshot;

    @Override
    public Snapshot get() {
      Snapshot there = snapshot;
      if (there == null) {
        there = live.acquire(Deadline.in(within, System::nanoTime));
        snapshot = there;
      }
      return there;
    }

    @Override
    public void close() {
      if (snapshot != null) {
        snapshot.close();
      }
    }
  }
}
