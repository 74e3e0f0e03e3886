package greenpair.index.generation;

import java.nio.file.Path;

/// Another build runs on the same data folder.
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Path data;

  public BusyException(Path data) {
    super(
        "another reindex, backup or rollback is running on "
            + data
            + " and only one can run at a time; try again when it has ended");
    this.data = data;
  }

  /// The data folder.
  public Path data() {
    return data;
  }
}
