package greenpair.search;

import greenpair.catalog.Kind;
import greenpair.index.query.SearchQuery;
import greenpair.index.read.SearchSettings;
import greenpair.index.read.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The words of texts as the searched kinds know them; each text is read once in a search, however
/// many ask for it.
final class KnownWords {
  private final List<Kind> kinds;
  private final SearchSettings settings;
  private final Snapshot snapshot;
  private final Map<String, Map<Kind, List<SearchQuery.Word>>> read = new HashMap<>();

  KnownWords(List<Kind> kinds, SearchSettings settings, Snapshot snapshot) {
    this.kinds = kinds;
    this.settings = settings;
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
    return read.computeIfAbsent(
        text,
        key -> {
          Map<Kind, List<SearchQuery.Word>> words = snapshot.words(kinds, key, settings.across());
          words.replaceAll((kind, all) -> all.stream().map(word -> weighed(text, word)).toList());
          return words;
        });
  }

  /// Words that say nothing count a little: they tell texts apart that are alike in all others.
  private SearchQuery.Word weighed(String text, SearchQuery.Word word) {
    String written = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    return settings.emptyWords().contains(written) ? word.times(settings.empty()) : word;
  }
}
