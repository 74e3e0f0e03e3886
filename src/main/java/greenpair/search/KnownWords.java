package greenpair.search;

import greenpair.catalog.Kind;
import greenpair.index.query.SearchQuery;
import greenpair.index.read.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The words of texts as the searched kinds know them; each text is read once in a search, however
/// many ask for it.
final class KnownWords {
  private final List<Kind> kinds;
  private final double across;
  private final Snapshot snapshot;
  private final Map<String, Map<Kind, List<SearchQuery.Word>>> read = new HashMap<>();

  /// @param across what a pair of Chinese characters counts that no word holds
  KnownWords(List<Kind> kinds, double across, Snapshot snapshot) {
    this.kinds = kinds;
    this.across = across;
    this.snapshot = snapshot;
  }

  List<SearchQuery.Word> of(String text, Kind kind) {
    return Objects.requireNonNull(byKind(text).get(kind));
  }

  /// A word occurs where one of the kinds has it.
  List<SearchQuery.Word> ofAll(String text) {
    List<SearchQuery.Word> all = new ArrayList<>();
    kinds.forEach(kind -> all.addAll(of(text, kind)));
    return all;
  }

  private Map<Kind, List<SearchQuery.Word>> byKind(String text) {
    return read.computeIfAbsent(text, key -> snapshot.words(kinds, key, across));
  }
}
