package greenpair.web.decisions;

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

  /// An earlier generation under its configuration; the caller closes it.
  record Past(Recorder recorder, Planner planner, Snapshot snapshot, Runnable release)
      implements AutoCloseable {
    /// Whether the answer to the record's question equals the answer in the record, byte for byte.
    public boolean givesAgain(DecisionRecord record) {
      return recorder.record(record.question(), snapshot).answer().equals(record.answer());
    }

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
