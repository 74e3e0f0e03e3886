package greenpair.cli.app;

import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.message.Message;
import java.util.function.Function;

/// The newest valid generation, opened for one command.
public record OpenIndex(LiveIndex live, Snapshot snapshot) implements AutoCloseable {
  /// Opens the published generation.
  ///
  /// @throws greenpair.index.generation.NoGenerationException if there is none
  public static OpenIndex open(CommandWiring wiring, Places places) {
    LiveIndex live = wiring.live(places.store());
    live.refresh();
    return new OpenIndex(live, live.acquire());
  }

  /// The answer of the snapshot. An unknown entry is reported with the nearest known one and the
  /// command that finds entries.
  public <T> T answer(Function<Snapshot, T> question) {
    try {
      return question.apply(snapshot);
    } catch (NotFoundException e) {
      Object near =
          snapshot
              .nearest(e.kind(), e.id())
              .filter(id -> !id.equals(e.id())) // It exists, in another city.
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
