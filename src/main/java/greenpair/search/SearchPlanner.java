package greenpair.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.concept.QueryTranslator;
import greenpair.config.Lazy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.NameKeys;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Facet;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.search.query.Passages;
import greenpair.search.query.PhraseMatcher;
import greenpair.search.query.QueryCountries;
import greenpair.search.query.ScoreParts;
import greenpair.search.query.SearchQuery;
import greenpair.search.settings.SearchSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Turns a request into a query for each kind.
final class SearchPlanner {
  private static final List<String> CLIMATE_ENDINGS = List.of("", "a", "b", "c", "d", "h", "k");

  /// Characters of a passage that are looked through for names.
  private static final int MOST_READ = 4_000;

  /// Kinds whose names describe their entries.
  private static final Set<Kind> TITLED = EnumSet.of(Kind.SOLUTION, Kind.NEED, Kind.DEPLOYMENT);

  /// Kinds whose names a query may contain.
  private static final Set<Kind> NAMED =
      EnumSet.of(Kind.FIRM, Kind.FINANCIER, Kind.EXPERT, Kind.CITY);

  private static final int KEPT_LABELS = 500;

  /// The words of recent labels. Labels recur, unlike queries, and separating their Chinese words
  /// takes long.
  private final Cache<Labels, Map<Kind, List<SearchWord>>> ofLabels =
      Caffeine.newBuilder().maximumSize(KEPT_LABELS).build();

  private final QueryReader reader;
  private final ConceptExpander wishes;
  private final Lazy<QueryTranslator> renderer;
  private final Lazy<Relevance> relevance;
  private final SearchSettings settings;
  private final ScoreParts parts;
  private final QueryCountries countries;
  private final QueryCountries states;
  private final PhraseMatcher near;
  private final IndexSettings texts;

  /// Labels of concepts, looked for in some kinds of a generation.
  private record Labels(String generation, List<Kind> kinds, String text) {}

  SearchPlanner(
      QueryReader reader,
      ConceptExpander wishes,
      Lazy<QueryTranslator> renderer,
      Lazy<Relevance> relevance,
      SearchSettings settings,
      IndexSettings texts) {
    this.reader = reader;
    this.texts = texts;
    this.wishes = wishes;
    this.renderer = renderer;
    this.relevance = relevance;
    this.settings = settings;
    this.parts = new ScoreParts(settings, texts.strengths());
    this.countries = new QueryCountries(settings.countries(), settings.noCountry());
    this.near = new PhraseMatcher(settings.near().words());
    this.states = new QueryCountries(settings.states(), Set.of());
  }

  /// @throws NotFoundException if a city is not there
  PlannedSearch ask(SearchRequest request, Snapshot snapshot) {
    List<Kind> kinds = kinds(request, snapshot);
    KnownWords known = new KnownWords(request.all(), settings, renderer.get(), snapshot);
    Interpretation understanding =
        reader
            .read(request.text(), known::ofAll, entries(kinds, snapshot))
            .among(kind -> snapshot.count(List.of(kind)) > 0);
    SearchQuery.Selection selection = selection(request, snapshot);
    String whole = understanding.text().strip();
    boolean isName = snapshot.texts().isName(kinds, whole);
    List<String> unmatched =
        isName
            ? List.of()
            : MissingWords.in(
                understanding.words(),
                known.ofAll(understanding.words()),
                settings.emptyWords(),
                renderer.get()::chinese);
    boolean isTyped = !Passages.isPassage(whole);
    List<NameKeys.Window> windows =
        isName
            ? List.of()
            : NameKeys.windows(
                isTyped
                    ? understanding.searched()
                    : whole.substring(0, Math.min(MOST_READ, whole.length())));
    List<NameKeys.Window> without =
        isName || !isTyped ? List.of() : NameKeys.windows(understanding.unwanted());
    Set<String> unwanted = new LinkedHashSet<>();
    Set<String> unwantedPartners = new LinkedHashSet<>();
    Set<String> named = new LinkedHashSet<>();
    Set<String> partners = new LinkedHashSet<>();
    String lower = whole.toLowerCase(Locale.ROOT);
    String rest = lower;
    for (Kind kind : Kind.PARTNERS) {
      Map<String, String> names = snapshot.texts().namesIn(kind, windows);
      names
          .values()
          .removeIf(written -> known.isCut(whole, written) || countries.contain(written, lower));
      named.addAll(names.keySet());
      for (String written : names.values()) {
        rest = new PhraseMatcher(List.of(written)).without(rest);
      }
      for (String key : isTyped ? names.keySet() : Set.<String>of()) {
        partners.addAll(snapshot.texts().bearers(kind, key));
      }
      for (String key : snapshot.texts().namesIn(kind, without).keySet()) {
        unwanted.add(key);
        unwantedPartners.addAll(snapshot.texts().bearers(kind, key));
      }
    }
    String place = "";
    Set<String> around = Set.of();
    if (isTyped) {
      Map<String, String> cities = snapshot.texts().namesIn(Kind.CITY, windows);
      cities.values().removeIf(written -> known.isCut(whole, written));
      for (Map.Entry<String, String> city : cities.entrySet().stream().limit(1).toList()) {
        place = city.getValue();
        if (near.isIn(lower)) {
          around = snapshot.texts().around(city.getKey(), settings.near().kilometres());
        }
      }
    } else {
      named.removeIf(key -> !Passages.tells(key));
    }
    // A problem told in a sentence mentions places and states like a passage.
    boolean isTold = understanding.isProblem() && Passages.isSentence(whole);
    Set<String> said =
        isTyped && !isName && !isTold
            ? countries.of(rest, written -> known.isCut(whole, written))
            : Set.of();
    // Concepts may cover the whole query; if nothing is left, only a name can be meant.
    boolean isRead = !understanding.named().isEmpty() && understanding.words().isBlank();
    String name = isName || !isRead ? whole : "";
    Set<String> states = isTyped && !isTold ? this.states.of(whole, written -> false) : Set.of();
    Rarity rarity = new Rarity(snapshot);
    String labels = wishes.labels(understanding, rarity);
    Set<Code> excluded = wishes.excluded(understanding);
    float[] direction = isName ? null : direction(understanding, labels);
    Map<Kind, List<SearchWord>> labelled =
        ofLabels.get(
            new Labels(snapshot.manifest().id(), kinds, labels), key -> known.byKind(key.text()));
    Map<Kind, PlannedKind> queries = new EnumMap<>(Kind.class);
    for (Kind kind : kinds) {
      List<SearchQuery.Wish> concepts = wishes.of(understanding, kind, rarity);
      List<SearchWord> words =
          words(understanding, known.of(understanding.searched(), kind), concepts);
      List<List<TranslatedWord>> rendered = rendered(understanding, words, known, kind, concepts);
      SearchQuery query =
          new SearchQuery(
              concepts,
              excluded,
              labelled.getOrDefault(kind, List.of()),
              words,
              isTyped && understanding.isNamed() && !understanding.words().isBlank(),
              rendered,
              isMore(rendered, words)
                  || (!rendered.isEmpty()
                      && known.isMostlyRendered(understanding.searched(), kind)),
              name,
              named,
              kind == Kind.DEPLOYMENT ? partners : Set.of(),
              unwanted,
              kind == Kind.DEPLOYMENT ? unwantedPartners : Set.of(),
              known.of(place, kind),
              around,
              said,
              states,
              isName,
              TITLED.contains(kind),
              wishes.share(understanding, kind, concepts),
              selection,
              direction);
      ScoreParts.Planned planned = parts.of(query);
      queries.put(
          kind, new PlannedKind(query, planned.shares(), snapshot.query(kind, planned.query())));
    }
    boolean isAnswered = relevance.get().isAnswered(understanding, queries, known);
    return new PlannedSearch(
        request, understanding, selection, queries, unmatched, isAnswered, snapshot);
  }

  private static QueryRewriter.Entries entries(List<Kind> kinds, Snapshot snapshot) {
    return new QueryRewriter.Entries() {
      @Override
      public boolean hold(String phrase) {
        return snapshot.texts().holds(kinds, phrase);
      }

      @Override
      public Optional<String> heard(String written) {
        return snapshot.texts().heard(kinds.stream().filter(Kind::isPartner).toList(), written);
      }

      @Override
      public boolean isName(String key) {
        return snapshot.texts().isKey(NAMED, key);
      }

      @Override
      public String written(String term) {
        return snapshot.texts().written(kinds, term);
      }
    };
  }

  /// The kinds of the request that have entries, since nothing is found in others; all if none has.
  private static List<Kind> kinds(SearchRequest request, Snapshot snapshot) {
    List<Kind> kinds =
        request.all().stream().filter(kind -> snapshot.count(List.of(kind)) > 0).toList();
    return kinds.isEmpty() ? request.all() : kinds;
  }

  /// The vector of the query. If concepts cover it all, the vector of their labels in both
  /// languages, so that both languages find the same.
  private float @Nullable [] direction(Interpretation understanding, String labels) {
    boolean isSaid = !understanding.named().isEmpty() && understanding.words().isBlank();
    return texts.direction(isSaid ? labels : understanding.searched()).orElse(null);
  }

  /// Words recognised as a concept count less, because the concept counts too. If concepts cover
  /// the whole query, their labels in both languages are used, so that both languages find the
  /// same.
  private List<SearchWord> words(
      Interpretation understanding, List<SearchWord> all, List<SearchQuery.Wish> concepts) {
    boolean isRead = !concepts.isEmpty() && isAligned(understanding);
    if (isRead && understanding.words().isBlank()) {
      return List.of();
    }
    return all.stream()
        .map(
            word ->
                isRead && isOfConcept(understanding, word.start(), word.end())
                    ? word.times(settings.read())
                    : word)
        .toList();
  }

  /// The same words as other languages say them; none where the words themselves are not searched.
  private List<List<TranslatedWord>> rendered(
      Interpretation understanding,
      List<SearchWord> words,
      KnownWords known,
      Kind kind,
      List<SearchQuery.Wish> concepts) {
    if (words.isEmpty()) {
      return List.of();
    }
    boolean isRead = !concepts.isEmpty() && isAligned(understanding);
    List<List<TranslatedWord>> all = new ArrayList<>();
    for (List<TranslatedWord> each : known.rendered(understanding.searched(), kind)) {
      all.add(
          each.stream()
              .map(
                  word ->
                      isRead && isOfConcept(understanding, word.start(), word.end())
                          ? word.times(settings.read())
                          : word)
              .toList());
    }
    return all;
  }

  /// Whether entries say more of the words in another language than as they are written.
  private static boolean isMore(List<List<TranslatedWord>> rendered, List<SearchWord> words) {
    double written =
        SearchWord.distinct(words).stream()
            .filter(SearchWord::occurs)
            .mapToDouble(word -> word.weight() * word.idf())
            .sum();
    return rendered.stream()
        .anyMatch(
            all ->
                TranslatedWord.distinct(all).stream()
                        .filter(TranslatedWord::isOther)
                        .mapToDouble(word -> word.weight() * word.idf())
                        .sum()
                    > written);
  }

  /// Whether places in what is searched are places in what concepts leave of it.
  private static boolean isAligned(Interpretation understanding) {
    return understanding.words().length() == understanding.searched().length();
  }

  private static boolean isOfConcept(Interpretation understanding, int start, int end) {
    return understanding.words().substring(start, end).isBlank();
  }

  private static SearchQuery.Selection selection(SearchRequest request, Snapshot snapshot) {
    Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
    values.putAll(request.facets());
    if (request.city() != null) {
      city(request.city(), snapshot);
    }
    if (request.climateLike() != null) {
      Set<String> climates = climates(city(request.climateLike(), snapshot).koppen());
      values.merge(Facet.CLIMATE, climates, SearchPlanner::union);
    }
    return new SearchQuery.Selection(values, request.city());
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> union = new TreeSet<>(a);
    union.addAll(b);
    return union;
  }

  /// Classes that share the first two letters, which represent temperature and precipitation; of a
  /// city whose climate is unknown none is like.
  private static Set<String> climates(@Nullable String koppen) {
    Set<String> climates = new TreeSet<>();
    if (koppen != null) {
      CLIMATE_ENDINGS.forEach(ending -> climates.add(koppen.substring(0, 2) + ending));
    }
    return climates;
  }

  private static CityTraits city(EntryId id, Snapshot snapshot) {
    return snapshot.city(id).orElseThrow(() -> new NotFoundException(Kind.CITY, id));
  }
}
