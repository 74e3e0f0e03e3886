package greenpair.index;

import greenpair.index.generation.Publication;
import java.time.Instant;

/// A publication as tests make it.
public final class Published {
  private Published() {}

  public static Publication of(String id) {
    return new Publication(
        Instant.parse("2026-01-01T00:00:00Z"), Publication.Act.PUBLISHED, id, "a test", "");
  }
}
