package greenpair.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.concept.QueryTranslator;
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
import greenpair.search.query.MissingWords;
import greenpair.search.query.Passages;
import greenpair.search.query.PhraseMatcher;
import greenpair.search.query.QueryAmounts;
import greenpair.search.query.Rarity;
import greenpair.search.query.ScoreParts;
import greenpair.search.query.SearchQuery;
import greenpair.search.settings.SearchSettings;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns a request into a query for each kind.
final class SearchPlanner {
  private static final List<String> CLIMATE_ENDINGS = List.of("", "a", "b", "c", "d", "h", "k");

  /// Kinds that belong to one city.
  private static final Set<Kind> PLACED = EnumSet.of(Kind.DEPLOYMENT, Kind.NEED, Kind.CITY);

  private static final Set<Kind> SIZED = EnumSet.of(Kind.DEPLOYMENT, Kind.NEED);

  /// Kinds that should have technologies.
  private static final Set<Kind> CODED =
      EnumSet.complementOf(EnumSet.of(Kind.CITY, Kind.PROGRAMME));

  /// If one entry in so many is coded, the catalogue is: operators have no technology of their
  /// own.
  private static final int ENOUGH = 2;

  private static final double QUARTER = 0.25;

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
  private final ConditionReader conditions;
  private final QueryAmounts amounts;
  private final IndexSettings texts;

  /// Labels of concepts, looked for in some kinds of a generation.
  private record Labels(String generation, List<Kind> kinds, String text) {}

  SearchPlanner(
      QueryReader reader,
      ConceptExpander wishes,
      Lazy<QueryTranslator> renderer,
      Lazy<Relevance> relevance,
      SearchSettings settings,
      ConditionReader conditions,
      QueryAmounts amounts,
      IndexSettings texts) {
    this.reader = reader;
    this.texts = texts;
    this.wishes = wishes;
    this.renderer = renderer;
    this.relevance = relevance;
    this.settings = settings;
    this.amounts = amounts;
    this.conditions = conditions;
  }

  /// @throws NotFoundException if a city is not there
  PlannedSearch ask(SearchRequest request, Snapshot snapshot) {
    List<Kind> kinds = kinds(request, snapshot);
    KnownWords known = new KnownWords(kinds, settings, renderer.get(), snapshot);
    Interpretation read =
        reader
            .read(request.text(), known::ofAll, entries(kinds, snapshot))
            .among(kind -> snapshot.count(List.of(kind)) > 0);
    String whole = read.text().strip();
    boolean isName = snapshot.texts().isName(kinds, whole);
    boolean isTyped = !Passages.isPassage(whole);
    Conditions conditions = this.conditions.read(read, isName, known, snapshot);
    // Only projects and needs have sizes and years.
    Interpretation understanding =
        read.asked().isEmpty() && conditions.isMeasured()
            ? read.asking(SIZED).among(kind -> snapshot.count(List.of(kind)) > 0)
            : read;
    String unread =
        QueryReader.without(understanding.words(), conditions.places(understanding.words()));
    List<String> unmatched =
        isName
            ? List.of()
            : MissingWords.in(
                unread, known.ofAll(unread), settings.emptyWords(), renderer.get()::chinese);
    boolean isKindAlone =
        !understanding.asked().isEmpty()
            && understanding.named().isEmpty()
            && conditions.isOnlyKind()
            && settings.isEmpty(unread);
    SearchQuery.Selection selection = selection(request, conditions, snapshot);
    // Concepts may cover the whole query; if nothing is left, only a name can be meant.
    boolean isRead = !understanding.named().isEmpty() && understanding.words().isBlank();
    String name = isName || !(isRead || isKindAlone) ? whole : "";
    Rarity rarity = new Rarity(snapshot);
    double coded = Math.min(1, ENOUGH * snapshot.coded(CODED));
    SearchSettings.Weights weights = settings.weights(coded);
    ScoreParts parts =
        new ScoreParts(settings, isRead ? weights.ofCovered() : weights, texts.strengths());
    BitSet held = conditions.places(understanding.searched());
    String left = understanding.words();
    IntStream.range(0, left.length())
        .filter(at -> Character.isWhitespace(left.charAt(at)))
        .forEach(held::set);
    held.or(new PhraseMatcher(unmatched).places(PhraseMatcher.lower(understanding.searched())));
    String labels = wishes.labels(understanding, rarity);
    Set<Code> excluded = wishes.excluded(understanding);
    float[] direction = isName || isKindAlone ? null : direction(understanding, labels);
    Map<Kind, List<SearchWord>> labelled =
        ofLabels.get(
            new Labels(snapshot.manifest().id(), kinds, labels), key -> known.byKind(key.text()));
    Map<Kind, PlannedKind> queries = new EnumMap<>(Kind.class);
    for (Kind kind : kinds) {
      if (isKindAlone && !understanding.asked().contains(kind)) {
        continue;
      }
      List<SearchQuery.Wish> concepts = wishes.of(understanding, kind, rarity);
      List<SearchWord> words =
          isKindAlone ? List.of() : known.searched(understanding, kind, concepts, weights);
      List<List<TranslatedWord>> rendered =
          words.isEmpty() ? List.of() : known.translated(understanding, kind, concepts, weights);
      SearchQuery query =
          new SearchQuery(
              kind,
              concepts,
              excluded,
              whole(labelled.getOrDefault(kind, List.of())),
              words,
              isTyped && understanding.isNamed() && !understanding.words().isBlank(),
              rendered,
              known.isMostlyRendered(understanding.searched(), kind, words, rendered),
              name,
              conditions.names().keys(),
              kind == Kind.DEPLOYMENT ? conditions.names().partners() : Set.of(),
              conditions.unwanted().keys(),
              kind == Kind.DEPLOYMENT ? conditions.unwanted().partners() : Set.of(),
              known.of(conditions.place(), kind),
              conditions.around(),
              conditions.countries(),
              conditions.outside(),
              PLACED.contains(kind) ? known.of(conditions.away(), kind) : List.of(),
              conditions.without().stream().map(each -> known.telling(each, kind)).toList(),
              conditions.states(),
              conditions.tickets(),
              sizes(conditions, kind, snapshot),
              known.of(conditions.quoted(), kind),
              held,
              understanding.asked().isEmpty() || understanding.asked().contains(kind),
              Passages.isSentence(whole),
              isName,
              isKindAlone,
              wishes.share(understanding, kind, concepts),
              selection,
              direction);
      queries.put(kind, planned(query, parts, false, snapshot));
    }
    if (queries.values().stream().allMatch(each -> each.index().count() == 0)) {
      queries.replaceAll((kind, each) -> planned(each.query(), parts, true, snapshot));
    }
    boolean isAnswered =
        relevance.get().isAnswered(understanding, conditions, queries, known, coded);
    return new PlannedSearch(
        request, understanding, conditions, selection, queries, unmatched, isAnswered, snapshot);
  }

  private static PlannedKind planned(
      SearchQuery query, ScoreParts parts, boolean isLenient, Snapshot snapshot) {
    ScoreParts.Planned planned = parts.of(query, isLenient);
    return new PlannedKind(query, planned.shares(), snapshot.query(query.kind(), planned.query()));
  }

  /// Pairs of characters that no dictionary has as a word add nothing to the words of a label.
  private static List<SearchWord> whole(List<SearchWord> words) {
    List<SearchWord> whole = words.stream().filter(word -> word.weight() == 1).toList();
    return whole.isEmpty() ? words : whole;
  }

  /// Only projects and needs have a size.
  private List<Clause> sizes(Conditions conditions, Kind kind, Snapshot snapshot) {
    return SIZED.contains(kind) && !conditions.sizes().isEmpty()
        ? amounts.clauses(conditions.sizes(), snapshot.texts().units(kind))
        : List.of();
  }

  private QueryRewriter.Entries entries(List<Kind> kinds, Snapshot snapshot) {
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
        return snapshot.texts().isKey(ConditionReader.NAMED, key);
      }

      @Override
      public boolean areNamed(String text) {
        return conditions.isNamed(text, snapshot);
      }

      @Override
      public boolean areCoded() {
        return snapshot.coded(CODED) >= QUARTER;
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
