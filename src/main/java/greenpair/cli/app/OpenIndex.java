package greenpair.cli.app;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.EntryNames;
import greenpair.match.NotFoundException;
import java.util.function.Function;

/// The newest good generation, open for one command.
public record OpenIndex(LiveIndex live, Snapshot snapshot) implements AutoCloseable {
  private static final String OLD = "; this answer is from the copy in the data folder";

  /// Opens what is published, in common where the data folder shares generations. Without the
  /// others it answers from what it has, and says so.
  ///
  /// @throws greenpair.index.generation.NoGenerationException when there is none
  public static OpenIndex open(Engine engine, Places places) {
    LiveIndex live = engine.live(places.store());
    live.pull();
    live.refresh();
    live.shared()
        .filter(state -> live.isReady() && !state.fault().isEmpty())
        .ifPresent(state -> System.err.println("greenpair: " + state.fault() + OLD));
    return new OpenIndex(live, live.acquire());
  }

  /// The answer of the snapshot. An entry that it does not have is reported with the one that was
  /// most likely meant, and with the command that finds it.
  public <T> T answer(Function<Snapshot, T> question) {
    try {
      return question.apply(snapshot);
    } catch (NotFoundException e) {
      String near =
          new EntryNames(e.kind(), snapshot)
              .nearest(e.id())
              .map(id -> " (did you mean \"" + id + "\"?)")
              .orElse("");
      String next = "; find it by name: greenpair search --kind " + e.kind().word() + " NAME";
      throw new NotFoundException(e, near + next);
    }
  }

  @Override
  public void close() {
    snapshot.close();
    live.close();
  }
}
