package greenpair.index.generation;

import java.nio.file.Path;
import java.util.List;

/// Nothing can be served: no generation was published, or all were refused.
public final class NoGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Path data;
  private final String refusals;

  public NoGenerationException(Path data, List<String> refusals) {
    this(data, refusals.isEmpty() ? "" : " (" + String.join("; ", refusals) + ")");
  }

  private NoGenerationException(Path data, String refusals) {
    super("no generation to serve in " + data + refusals + "; build one with: greenpair reindex");
    this.data = data;
    this.refusals = refusals;
  }

  /// The data folder.
  public Path data() {
    return data;
  }

  /// Why generations were refused, in parentheses; empty if there is none.
  public String refusals() {
    return refusals;
  }
}
