package greenpair.index.generation;

import java.nio.file.Path;
import java.util.List;

/// Nothing can be served: no generation was published, or all were refused.
public final class NoGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoGenerationException(Path data, List<String> refusals) {
    super(
        "no generation to serve in %s%s; build one with: greenpair reindex"
            .formatted(data, refusals.isEmpty() ? "" : " (" + String.join("; ", refusals) + ")"));
  }
}
