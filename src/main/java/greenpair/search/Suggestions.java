package greenpair.search;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Lazy;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.NamedEntry;
import greenpair.index.contract.Participation;
import greenpair.index.read.Snapshot;
import greenpair.text.Pinyin;
import org.jspecify.annotations.Nullable;

/// Completes typed text with terms of the taxonomy and names of entries. They match if they, or one
/// of their words, begin with the text, in both scripts, in pinyin or in the initials of pinyin.
/// The most used come first; among terms, those that begin with the text come before the others.
/// Names of entries follow terms; each get half of the places if there are enough of both.
public final class Suggestions {
  public static final int LONGEST = 100;

  /// Cities among which those of a programme are looked for.
  private static final long MOST_CITIES = 5_000;

  private final String configuration;
  private final Lazy<Typed> typed;

  public Suggestions(String configuration, Taxonomy taxonomy) {
    this.configuration = configuration;
    this.typed = new Lazy<>(() -> typed(taxonomy));
  }

  /// Makes what the first one who types would wait for.
  public void prepare() {
    var _ = typed.get();
  }

  /// Terms by what is typed.
  ///
  /// @param terms that begin with it
  /// @param inside that hold a word which does
  private record Typed(
      NavigableMap<String, Map<Code, String>> terms,
      NavigableMap<String, Map<Code, String>> inside) {
    void add(Code code, String term) {
      put(terms, key(term), code, term);
      if (Character.isIdeographic(term.codePointAt(0))) {
        put(terms, Pinyin.joined(term), code, term);
        put(terms, Pinyin.initials(term), code, term);
      }
      for (int at = 1; at < term.length(); at++) {
        boolean begins =
            Character.isIdeographic(term.charAt(at))
                || !Character.isLetterOrDigit(term.charAt(at - 1));
        String rest = begins ? key(term.substring(at)) : "";
        if (rest.length() > 1) {
          put(inside, rest, code, term);
        }
      }
    }
  }

  private static Typed typed(Taxonomy taxonomy) {
    Typed typed = new Typed(new TreeMap<>(), new TreeMap<>());
    for (Concept concept : taxonomy.concepts()) {
      concept.terms().forEach(term -> typed.add(concept.code(), term));
    }
    return typed;
  }

  private static void put(Map<String, Map<Code, String>> into, String key, Code code, String term) {
    if (!key.isEmpty()) {
      into.computeIfAbsent(key, each -> new LinkedHashMap<>()).putIfAbsent(code, term);
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
  /// @param status of a partner, such as `closed`; null for others and when unknown
  public record Suggestion(
      String text,
      String kind,
      @Nullable Code code,
      @Nullable EntryId id,
      @Nullable String status) {}

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
    Map<Code, String> found =
        new LinkedHashMap<>(mostUsed(typed.get().terms(), key, limit, snapshot));
    if (found.size() < limit) {
      mostUsed(typed.get().inside(), key, limit, snapshot).forEach(found::putIfAbsent);
    }
    return found.entrySet().stream()
        .limit(limit)
        .map(each -> new Suggestion(each.getValue(), "technology", each.getKey(), null, null))
        .toList();
  }

  /// Concepts with a term whose key begins so, each with its shortest such term.
  private static Map<Code, String> mostUsed(
      NavigableMap<String, Map<Code, String>> all, String key, int limit, Snapshot snapshot) {
    Map<Code, String> found = new HashMap<>();
    all.subMap(key, true, key + Character.MAX_VALUE, false)
        .values()
        .forEach(
            each ->
                each.forEach(
                    (code, term) ->
                        found.merge(code, term, (a, b) -> b.length() < a.length() ? b : a)));
    Map<Code, String> first = new LinkedHashMap<>();
    found.keySet().stream()
        .sorted(
            Comparator.comparingLong((Code code) -> -snapshot.entriesWith(code))
                .thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .forEach(code -> first.put(code, Objects.requireNonNull(found.get(code))));
    return first;
  }

  /// For cities, only those of the programmes, if there are any, because users do not look for the
  /// thousands of places of cases.
  private static List<EntryQuery.Place> typed(
      Kind kind, String written, int limit, Snapshot snapshot) {
    Participation participation = snapshot.participation();
    if (kind != Kind.CITY || participation.isEmpty()) {
      return snapshot.typed(kind, written, limit);
    }
    int all = (int) Math.min(MOST_CITIES, snapshot.manifest().count(Kind.CITY));
    return snapshot.typed(kind, written, all).stream()
        .filter(each -> participation.has(snapshot.named(kind, each.doc()).id()))
        .limit(limit)
        .toList();
  }

  private static List<Suggestion> entries(String written, int limit, Snapshot snapshot) {
    record Found(Kind kind, EntryQuery.Place place) {}
    List<Found> found = new ArrayList<>();
    for (Kind kind : Kind.TYPED) {
      typed(kind, written, limit, snapshot).forEach(place -> found.add(new Found(kind, place)));
    }
    found.sort(
        Comparator.comparingDouble((Found each) -> each.place().score())
            .thenComparingLong(each -> each.place().rank())
            .reversed());
    boolean isHan = written.codePoints().anyMatch(Character::isIdeographic);
    List<Suggestion> suggestions = new ArrayList<>();
    for (Found each : found.subList(0, Math.min(limit, found.size()))) {
      NamedEntry named = snapshot.named(each.kind(), each.place().doc());
      String name = named.name().best(isHan ? Language.ZH : Language.EN);
      Entry entry = snapshot.entry(each.kind(), each.place().doc());
      suggestions.add(
          new Suggestion(name, each.kind().word(), null, named.id(), HitBuilder.status(entry)));
    }
    return suggestions;
  }
}
