package greenpair.cli.app;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.EntryNames;
import greenpair.match.NotFoundException;
import greenpair.message.Message;
import java.util.function.Function;

/// The newest valid generation, opened for one command.
public record OpenIndex(LiveIndex live, Snapshot snapshot) implements AutoCloseable {
  private static final String OLD = "; this answer is from the copy in the data folder";

  /// Opens the published generation, from the shared store if the data folder shares generations.
  /// If the store is unreachable, it uses the local generation and reports this.
  ///
  /// @throws greenpair.index.generation.NoGenerationException if there is none
  public static OpenIndex open(CommandWiring engine, Places places) {
    LiveIndex live = engine.live(places.store());
    live.pull();
    live.refresh();
    live.shared()
        .filter(state -> live.isReady() && !state.fault().isEmpty())
        .ifPresent(state -> System.err.println("greenpair: " + state.fault() + OLD));
    return new OpenIndex(live, live.acquire());
  }

  /// The answer of the snapshot. An unknown entry is reported with the nearest known one and the
  /// command that finds entries.
  public <T> T answer(Function<Snapshot, T> question) {
    try {
      return question.apply(snapshot);
    } catch (NotFoundException e) {
      Object near =
          new EntryNames(e.kind(), snapshot)
              .nearest(e.id())
              .<Object>map(id -> Message.of("usage.near", "near", id))
              .orElse("");
      Message find = Message.of("usage.find", "kind", e.kind().word());
      throw new NotFoundException(e, Message.of("absent.next", "near", near, "find", find));
    }
  }

  @Override
  public void close() {
    snapshot.close();
    live.close();
  }
}
