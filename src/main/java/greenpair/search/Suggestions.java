package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.Concept;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Taxonomy;
import greenpair.catalog.Text;
import greenpair.index.Pinyin;
import greenpair.index.SearchQuery;
import greenpair.index.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Completes what is being typed: terms of the taxonomy and names of entries that begin with it, in
/// both scripts, by pinyin and by the first letters of pinyin. The most used come first; names of
/// entries follow terms, half of the places each when there are enough of both.
public final class Suggestions {
  public static final int LONGEST = 100;

  private static final List<Kind> KINDS =
      List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER, Kind.CITY);
  private static final int MOST_TERMS = 400;

  private final String configuration;
  private final NavigableMap<String, Map<Code, String>> terms = new TreeMap<>();

  public Suggestions(String configuration, Taxonomy taxonomy) {
    this.configuration = configuration;
    for (Concept concept : taxonomy.concepts()) {
      List<String> all = new ArrayList<>();
      for (Language language : Language.values()) {
        all.add(concept.label().best(language));
      }
      all.addAll(concept.english());
      all.addAll(concept.chinese());
      for (String term : all) {
        add(key(term), concept.code(), term);
        if (Character.isIdeographic(term.codePointAt(0))) {
          add(Pinyin.joined(term), concept.code(), term);
          add(Pinyin.initials(term), concept.code(), term);
        }
      }
    }
  }

  private void add(String key, Code code, String term) {
    if (!key.isEmpty()) {
      terms.computeIfAbsent(key, each -> new LinkedHashMap<>()).putIfAbsent(code, term);
    }
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /// The document of the HTTP answer.
  public record Suggested(
      String generation, String configuration, String query, List<Suggestion> suggestions) {}

  /// What may be meant.
  ///
  /// @param text what to search for
  /// @param kind `technology`, or the kind of the entry
  /// @param code of a technology or finance term, else null
  /// @param id of an entry, else null
  public record Suggestion(String text, String kind, @Nullable Code code, @Nullable EntryId id) {}

  /// At most `limit` completions, from 1.
  public Suggested of(String written, int limit, Snapshot snapshot) {
    List<Suggestion> named = terms(key(written), limit, snapshot);
    List<Suggestion> entries = entries(written, limit, snapshot);
    int ofTerms = Math.max((limit + 1) / 2, limit - entries.size());
    List<Suggestion> all = new ArrayList<>(named.subList(0, Math.min(ofTerms, named.size())));
    all.addAll(entries.subList(0, Math.min(limit - all.size(), entries.size())));
    return new Suggested(snapshot.manifest().id(), configuration, written, all);
  }

  private List<Suggestion> terms(String key, int limit, Snapshot snapshot) {
    if (key.isEmpty()) {
      return List.of();
    }
    Map<Code, String> found = new LinkedHashMap<>();
    int seen = 0;
    for (Map.Entry<String, Map<Code, String>> each : terms.tailMap(key, true).entrySet()) {
      if (!each.getKey().startsWith(key) || seen++ >= MOST_TERMS) {
        break;
      }
      each.getValue()
          .forEach(
              (code, term) -> found.merge(code, term, (a, b) -> b.length() < a.length() ? b : a));
    }
    Map<Code, Long> use = new LinkedHashMap<>();
    found.keySet().forEach(code -> use.put(code, snapshot.entriesWith(code)));
    return found.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Code, String> each) -> -use.getOrDefault(each.getKey(), 0L))
                .thenComparing(Map.Entry::getKey))
        .limit(limit)
        .map(each -> new Suggestion(each.getValue(), "technology", each.getKey(), null))
        .toList();
  }

  private static List<Suggestion> entries(String written, int limit, Snapshot snapshot) {
    record Found(Kind kind, SearchQuery.Place place) {}
    List<Found> found = new ArrayList<>();
    for (Kind kind : KINDS) {
      snapshot.typed(kind, written, limit).forEach(place -> found.add(new Found(kind, place)));
    }
    found.sort(
        Comparator.comparingDouble((Found each) -> each.place().score())
            .thenComparingLong(each -> each.place().evidence())
            .reversed());
    boolean isHan = written.codePoints().anyMatch(Character::isIdeographic);
    List<Suggestion> suggestions = new ArrayList<>();
    for (Found each : found.subList(0, Math.min(limit, found.size()))) {
      Entry entry = snapshot.entry(each.kind(), each.place().doc());
      Text name = entry.name();
      suggestions.add(
          new Suggestion(
              name.best(isHan ? Language.ZH : Language.EN), each.kind().word(), null, entry.id()));
    }
    return suggestions;
  }
}
