package greenpair.match;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search gets: the document of the HTTP answer and of `--json`.
///
/// @param concepts what the words were read as
/// @param hits best first
public record Hits(
    String generation,
    String configuration,
    String query,
    List<Answer.NamedCode> concepts,
    List<Hit> hits) {
  /// One found entry.
  ///
  /// @param score in [0, 1], equal to the explanation's value
  public record Hit(
      EntryId id,
      Kind kind,
      Text name,
      double score,
      Explanation explanation,
      @Nullable Text description,
      List<Answer.NamedCode> technologies,
      boolean verified,
      List<String> unverified,
      List<Provenance> sources) {}
}
