package greenpair.search;

import module java.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.config.Lazy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.contract.SearchWord;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.search.PlannedSearch.PlannedKind;
import greenpair.search.query.ConceptExpander;
import greenpair.search.query.MatchClauses.Leniency;
import greenpair.search.query.Rarity;
import greenpair.search.query.ScoreParts;
import greenpair.search.query.SearchQuery;
import greenpair.search.read.Conditions;
import greenpair.search.read.Interpretation;
import greenpair.search.read.KnownWords;
import greenpair.search.read.QueryAmounts;
import greenpair.search.read.QueryReader;
import greenpair.search.read.ReadQuery;
import greenpair.search.settings.SearchSettings;
import org.jspecify.annotations.Nullable;

/// Turns a request into a query for each kind.
final class SearchPlanner {
  private static final List<String> CLIMATE_ENDINGS = List.of("", "a", "b", "c", "d", "h", "k");

  /// If one entry in so many is coded, the catalogue is: operators have no technology of their
  /// own.
  private static final int ENOUGH = 2;

  private static final int KEPT_LABELS = 500;

  /// The words of recent labels. Labels recur, unlike queries, and separating their Chinese words
  /// takes long.
  private final Cache<Labels, Map<Kind, List<SearchWord>>> ofLabels =
      Caffeine.newBuilder().maximumSize(KEPT_LABELS).build();

  private final QueryReader reader;
  private final ConceptExpander expander;
  private final Lazy<Relevance> relevance;
  private final SearchSettings settings;
  private final QueryAmounts amounts;
  private final IndexSettings texts;

  /// Labels of concepts, looked for in some kinds of a generation.
  private record Labels(String generation, List<Kind> kinds, String text) {}

  SearchPlanner(
      QueryReader reader,
      ConceptExpander expander,
      Lazy<Relevance> relevance,
      SearchSettings settings,
      QueryAmounts amounts,
      IndexSettings texts) {
    this.reader = reader;
    this.expander = expander;
    this.relevance = relevance;
    this.settings = settings;
    this.amounts = amounts;
    this.texts = texts;
  }

  /// @throws NotFoundException if a city is not there
  PlannedSearch plan(SearchRequest request, Snapshot snapshot) {
    List<Kind> kinds = kinds(request, snapshot);
    ReadQuery read = reader.read(request.text(), kinds, snapshot);
    Interpretation concepts = read.concepts();
    SearchQuery.Selection selection = selection(request, read.conditions(), snapshot);
    double coded = Math.min(1, ENOUGH * snapshot.coded(QueryReader.CODED));
    SearchSettings.Weights weights = settings.weights(coded);
    ScoreParts parts =
        new ScoreParts(
            settings, read.isCovered() ? weights.ofCovered() : weights, texts.strengths());
    Rarity rarity = new Rarity(snapshot);
    String labels = expander.labels(concepts, rarity);
    // If concepts cover it all, the vector of their labels in both languages, so that both
    // languages find the same.
    float[] direction =
        read.isName() || read.isKindAlone()
            ? null
            : texts.direction(read.isCovered() ? labels : concepts.searched()).orElse(null);
    Map<Kind, List<SearchWord>> labelled =
        ofLabels.get(
            new Labels(snapshot.manifest().id(), kinds, labels),
            key -> read.known().byKind(key.text()));
    Map<Kind, PlannedKind> queries = new EnumMap<>(Kind.class);
    for (Kind kind : kinds) {
      if (!read.isKindAlone() || concepts.asked().contains(kind)) {
        List<SearchQuery.Wish> wishes = expander.of(concepts, kind, rarity);
        SearchQuery query =
            new SearchQuery(
                kind,
                read,
                selection,
                concepts.barred(),
                direction,
                wishes,
                words(
                    read,
                    kind,
                    whole(labelled.getOrDefault(kind, List.of())),
                    !wishes.isEmpty(),
                    weights,
                    snapshot),
                sizes(read.conditions(), kind, snapshot),
                expander.share(concepts, kind, wishes) * beside(read, kind));
        queries.put(kind, planned(query, parts, Leniency.NONE, snapshot));
      }
    }
    Leniency leniency = Leniency.NONE;
    for (Leniency next : List.of(Leniency.WORDS, Leniency.ANY)) {
      if (queries.values().stream().allMatch(each -> each.index().count() == 0)) {
        leniency = next;
        queries.replaceAll((kind, each) -> planned(each.query(), parts, next, snapshot));
      }
    }
    boolean isAnswered = relevance.get().isAnswered(read, queries, coded);
    return new PlannedSearch(
        request, read, selection, queries, leniency != Leniency.NONE, isAnswered, snapshot);
  }

  /// What partners keep of their score: who names a city and asks for no kind wants what is there
  /// before those who have a seat or cases in it.
  private double beside(ReadQuery read, Kind kind) {
    Conditions conditions = read.conditions();
    boolean isThere =
        read.concepts().asked().isEmpty()
            && !conditions.place().isEmpty()
            && conditions.names().keys().isEmpty()
            && read.concepts().isNamed();
    return isThere && kind.isPartner() ? settings.besides() : 1;
  }

  /// @param isNamed whether entries have one of the concepts
  private static SearchQuery.Words words(
      ReadQuery read,
      Kind kind,
      List<SearchWord> labels,
      boolean isNamed,
      SearchSettings.Weights weights,
      Snapshot snapshot) {
    KnownWords known = read.known();
    Conditions conditions = read.conditions();
    List<SearchWord> written =
        read.isKindAlone()
            ? List.of()
            : known.searched(
                read.concepts(),
                kind,
                isNamed,
                conditions.asking(read.concepts().searched()),
                weights);
    List<List<TranslatedWord>> rendered =
        written.isEmpty() ? List.of() : known.translated(read.concepts(), kind, isNamed, weights);
    return new SearchQuery.Words(
        labels,
        written,
        rendered,
        known.isMostlyRendered(read.concepts().searched(), kind, written, rendered),
        known.of(conditions.place(), kind),
        known.of(conditions.away(), kind),
        conditions.without().stream().map(each -> known.telling(each, kind)).toList(),
        conditions.quoted().stream().map(each -> snapshot.texts().holding(kind, each)).toList());
  }

  private static PlannedKind planned(
      SearchQuery query, ScoreParts parts, Leniency leniency, Snapshot snapshot) {
    ScoreParts.Planned planned = parts.of(query, leniency);
    return new PlannedKind(query, planned.shares(), snapshot.query(query.kind(), planned.query()));
  }

  /// Pairs of characters that no dictionary has as a word add nothing to the words of a label.
  private static List<SearchWord> whole(List<SearchWord> words) {
    List<SearchWord> whole = words.stream().filter(SearchWord::isWhole).toList();
    return whole.isEmpty() ? words : whole;
  }

  /// Only projects and needs have a size.
  private List<Clause> sizes(Conditions conditions, Kind kind, Snapshot snapshot) {
    return Conditions.MEASURED.contains(kind) && !conditions.sizes().isEmpty()
        ? amounts.clauses(conditions.sizes(), snapshot.texts().units(kind))
        : List.of();
  }

  /// The kinds of the request that have entries, since nothing is found in others; all if none has.
  private static List<Kind> kinds(SearchRequest request, Snapshot snapshot) {
    List<Kind> kinds =
        request.all().stream().filter(kind -> snapshot.count(List.of(kind)) > 0).toList();
    return kinds.isEmpty() ? request.all() : kinds;
  }

  private static SearchQuery.Selection selection(
      SearchRequest request, Conditions conditions, Snapshot snapshot) {
    SearchRequest.Narrowing wanted = request.narrowing();
    Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
    values.putAll(wanted.facets());
    if (wanted.climateLike() != null) {
      Set<String> climates = climates(city(wanted.climateLike(), snapshot).koppen());
      values.merge(Facet.CLIMATE, climates, SearchPlanner::union);
    }
    EntryId id = wanted.city();
    CityTraits city = id == null ? null : city(id, snapshot);
    boolean isOrigin = request.order() == EntryQuery.Order.DISTANCE;
    Set<String> within = conditions.isWithin() ? new TreeSet<>(conditions.around()) : null;
    if (id != null && wanted.within() > 0) {
      Set<String> around = snapshot.texts().around(id, wanted.within());
      if (within == null) {
        within = new TreeSet<>(around);
      } else {
        within.retainAll(around);
      }
    }
    return new SearchQuery.Selection(
        values,
        id == null || isOrigin || wanted.within() > 0 ? null : Set.of(id.value()),
        within,
        conditions.years().and(wanted.years()),
        city != null && isOrigin ? city.place() : null);
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
