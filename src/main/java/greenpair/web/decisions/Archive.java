package greenpair.web.decisions;

import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.plan.input.Planner;

/// Earlier generations and configurations that are still kept.
public interface Archive {
  /// Stores a copy of the effective configuration, so that its answers can be reproduced after it
  /// has changed. Has no effect if it is already stored or no longer effective.
  void keep(String configuration);

  /// Opens a generation under a configuration.
  ///
  /// @throws GoneException if either is gone
  Past open(String generation, String configuration);

  /// Whether the same question on the same data has the same answer again.
  record Replayed(String id, boolean same, Text message) {}

  /// Answers the question of a document again.
  ///
  /// @throws GoneException if its generation or configuration is gone
  default Replayed replay(String id, SealedDocument document) {
    try (Past past = open(document.generation(), document.configuration())) {
      boolean same = document.isGivenAgain(past);
      return new Replayed(id, same, Message.of(same ? "record.same" : "record.differs").text());
    }
  }

  /// An earlier generation under its configuration; the caller closes it.
  record Past(Recorder recorder, Planner planner, Snapshot snapshot, Runnable release)
      implements AutoCloseable {
    @Override
    public void close() {
      snapshot.close();
      release.run();
    }
  }

  /// A generation or a configuration is no longer available.
  final class GoneException extends MessageException {
    private static final long serialVersionUID = 1;

    /// @param detail the missing part, and the next step
    public GoneException(Message detail) {
      super(detail);
    }
  }
}
