package greenpair.search;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.ConceptFinder;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.NearTerms;
import greenpair.catalog.Taxonomy;
import greenpair.catalog.Text;
import greenpair.index.CityTraits;
import greenpair.index.Facet;
import greenpair.index.IndexSettings;
import greenpair.index.Pinyin;
import greenpair.index.SearchQuery;
import greenpair.index.SearchSettings;
import greenpair.index.Snapshot;
import greenpair.match.Answer;
import greenpair.match.Explanation;
import greenpair.match.NotFoundException;
import greenpair.match.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds entries of all kinds by words in either language and by what they are narrowed to. The
/// words are read as concepts of the taxonomy, so a Chinese query finds an English entry through
/// the code that both name; every hit says why, and its parts add up to its score.
public final class Search {
  private static final double NEAREST = 0.1;
  private static final int MOST_NEAREST = 5;
  private static final List<String> CLIMATE_ENDINGS = List.of("", "a", "b", "c", "d", "h", "k");

  private final String configuration;
  private final Taxonomy taxonomy;
  private final SearchSettings settings;
  private final NearTerms near;
  private final QueryReader reader;
  private final Wishes wishes;
  private final Reasons reasons;
  private final Highlights highlights;
  private final FacetNames names;
  private final Phrases phrases;

  /// @param configuration digest of the configuration, for answers
  public Search(
      String configuration,
      Taxonomy taxonomy,
      ConceptFinder finder,
      IndexSettings texts,
      SearchSettings settings,
      Phrases phrases) {
    this.configuration = configuration;
    this.taxonomy = taxonomy;
    this.settings = settings;
    this.near = new NearTerms(taxonomy, texts.terms(), texts.englishStopWords(), Pinyin::joined);
    this.reader = new QueryReader(finder, near, settings);
    this.wishes = new Wishes(taxonomy, settings);
    this.reasons = new Reasons(taxonomy, phrases);
    this.highlights = new Highlights(finder);
    this.names = new FacetNames(taxonomy, phrases);
    this.phrases = phrases;
  }

  /// A query as each kind is asked.
  private record Asked(Understanding understanding, Map<Kind, SearchQuery> queries) {
    SearchQuery query(Kind kind) {
      return java.util.Objects.requireNonNull(queries.get(kind));
    }
  }

  /// One hit before its record is read.
  private record Found(Kind kind, SearchQuery.Place place) {}

  /// Finds a page of entries of the wanted kinds.
  ///
  /// @throws NotFoundException when the city is not there
  public Results search(SearchRequest request, Snapshot snapshot) {
    Asked asked = ask(request, snapshot);
    Map<Kind, SearchQuery.Found> found = new EnumMap<>(Kind.class);
    for (Kind kind : request.all()) {
      int limit = request.isWanted(kind) ? request.limit() + 1 : 1;
      found.put(
          kind,
          snapshot.search(
              kind,
              asked.query(kind),
              settings,
              request.order(),
              request.language(),
              after(request, kind),
              limit,
              request.isWanted(kind)));
    }
    List<Found> page = page(request, found);
    boolean isMore = page.size() > request.limit();
    page = page.subList(0, Math.min(page.size(), request.limit()));
    long total =
        found.entrySet().stream()
            .filter(each -> request.isWanted(each.getKey()))
            .mapToLong(each -> each.getValue().total())
            .sum();
    List<String> unmatched = unmatched(asked.understanding, request, snapshot);
    boolean isEmpty = total == 0;
    List<Answer.NamedCode> nearest = isEmpty ? nearest(asked.understanding) : List.of();
    String mended = asked.understanding.text();
    return new Results(
        snapshot.manifest().id(),
        configuration,
        request.text(),
        isEmpty ? Answer.Outcome.NO_GOOD_MATCH : Answer.Outcome.MATCH,
        message(total, unmatched, nearest),
        meaning(asked.understanding, unmatched),
        mended.equals(request.text()) ? null : mended,
        total,
        facets(request, asked, found),
        hits(page, asked, snapshot),
        isMore ? cursor(request, page.getLast(), snapshot).word() : null,
        nearest);
  }

  /// The ranking of one kind, at most `depth` long, without reading records.
  public Map<EntryId, Double> ranking(Kind kind, String text, int depth, Snapshot snapshot) {
    Map<EntryId, Double> ranking = new LinkedHashMap<>();
    ranking(SearchRequest.of(List.of(kind), text, 1), depth, snapshot)
        .forEach((found, score) -> ranking.put(found.id(), score));
    return ranking;
  }

  /// The first entries of all wanted kinds with their scores, best first.
  public Map<Entry, Double> ranking(SearchRequest request, int depth, Snapshot snapshot) {
    Asked asked = ask(request, snapshot);
    Map<Kind, SearchQuery.Found> found = new EnumMap<>(Kind.class);
    for (Kind kind : request.all()) {
      if (request.isWanted(kind)) {
        found.put(
            kind,
            snapshot.search(
                kind,
                asked.query(kind),
                settings,
                request.order(),
                request.language(),
                null,
                depth,
                false));
      }
    }
    Map<Entry, Double> ranking = new LinkedHashMap<>();
    for (Found each : page(request, found)) {
      if (ranking.size() < depth) {
        ranking.put(snapshot.entry(each.kind, each.place.doc()), (double) each.place.score());
      }
    }
    return ranking;
  }

  private Asked ask(SearchRequest request, Snapshot snapshot) {
    Understanding understanding =
        reader.read(request.text(), text -> known(request, text, snapshot));
    String name = understanding.text().strip();
    boolean isName =
        !understanding.words().isBlank()
            || request.all().stream().anyMatch(kind -> snapshot.isName(kind, name));
    SearchQuery.Selection selection = selection(request, snapshot);
    Map<Kind, SearchQuery> queries = new EnumMap<>(Kind.class);
    for (Kind kind : request.all()) {
      queries.put(
          kind,
          new SearchQuery(
              wishes.of(understanding, kind),
              wishes.excluded(understanding),
              wishes.labels(understanding),
              understanding.words(),
              isName ? name : "",
              selection));
    }
    return new Asked(understanding, queries);
  }

  /// The words as all kinds that are searched know them: a word occurs where one of them has it.
  private List<SearchQuery.Word> known(SearchRequest request, String text, Snapshot snapshot) {
    List<SearchQuery.Word> known = new ArrayList<>();
    for (Kind kind : request.all()) {
      known.addAll(snapshot.words(kind, text, settings.across()));
    }
    return known;
  }

  private SearchQuery.Selection selection(SearchRequest request, Snapshot snapshot) {
    Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
    values.putAll(request.facets());
    if (request.city() != null) {
      city(request.city(), snapshot);
    }
    if (request.climateLike() != null) {
      Set<String> climates = climates(city(request.climateLike(), snapshot).koppen());
      values.merge(Facet.CLIMATE, climates, Search::union);
    }
    return new SearchQuery.Selection(values, request.city());
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> union = new TreeSet<>(a);
    union.addAll(b);
    return union;
  }

  /// Classes that share the first two letters, which stand for temperature and rain; of a city
  /// whose climate is unknown none is like.
  private static Set<String> climates(@Nullable String koppen) {
    Set<String> climates = new TreeSet<>();
    if (koppen != null) {
      CLIMATE_ENDINGS.forEach(ending -> climates.add(koppen.substring(0, 2) + ending));
    }
    return climates;
  }

  private static CityTraits city(EntryId id, Snapshot snapshot) {
    return snapshot.city(id).orElseThrow(() -> new NotFoundException(Kind.CITY, id, ""));
  }

  /// Where a kind goes on behind a cursor: behind its place in the kind of the last hit; kinds
  /// before it are through with that score, and kinds behind it are not.
  private static SearchQuery.@Nullable Place after(SearchRequest request, Kind kind) {
    Cursor cursor = request.after();
    if (cursor == null || cursor.kind() == kind) {
      return cursor == null ? null : cursor.place();
    }
    boolean isBefore = request.all().indexOf(kind) < request.all().indexOf(cursor.kind());
    SearchQuery.Place place = cursor.place();
    int doc = isBefore ? Integer.MAX_VALUE : -1;
    return new SearchQuery.Place(doc, place.score(), place.key(), place.evidence());
  }

  private static List<Found> page(SearchRequest request, Map<Kind, SearchQuery.Found> found) {
    List<Found> all = new ArrayList<>();
    found.forEach(
        (kind, each) -> {
          if (request.isWanted(kind)) {
            each.places().forEach(place -> all.add(new Found(kind, place)));
          }
        });
    Comparator<Found> order =
        switch (request.order()) {
          case RELEVANCE -> Comparator.comparingDouble((Found each) -> -each.place.score());
          case NAME -> (a, b) -> java.util.Arrays.compareUnsigned(a.place.key(), b.place.key());
          case EVIDENCE -> Comparator.comparingLong((Found each) -> -each.place.evidence());
        };
    all.sort(
        order
            .thenComparingInt(each -> request.all().indexOf(each.kind))
            .thenComparingInt(each -> each.place.doc()));
    return all;
  }

  private Cursor cursor(SearchRequest request, Found last, Snapshot snapshot) {
    return new Cursor(basis(snapshot), request.fingerprint(), last.kind, last.place);
  }

  /// What a cursor belongs to, besides its search.
  public String basis(Snapshot snapshot) {
    return Integer.toHexString((snapshot.manifest().id() + configuration).hashCode());
  }

  private List<Results.Hit> hits(List<Found> page, Asked asked, Snapshot snapshot) {
    Map<Kind, List<Integer>> docs = new EnumMap<>(Kind.class);
    page.forEach(
        each -> docs.computeIfAbsent(each.kind, kind -> new ArrayList<>()).add(each.place.doc()));
    Map<Found, Results.Hit> hits = new HashMap<>();
    docs.forEach(
        (kind, all) -> {
          SearchQuery query = asked.query(kind);
          Set<Code> concepts = new HashSet<>();
          query.concepts().forEach(wish -> concepts.addAll(wish.fits().keySet()));
          boolean isOpen = query.isOpen();
          Map<SearchSettings.Part, Double> shares =
              isOpen ? Map.of() : snapshot.shares(kind, query, settings);
          List<Map<SearchSettings.Part, Double>> values =
              isOpen ? List.of() : snapshot.values(kind, query, settings, all);
          Set<String> terms = isOpen ? Set.of() : snapshot.marked(kind, query, settings);
          for (int i = 0; i < all.size(); i++) {
            int doc = all.get(i);
            Entry entry = snapshot.entry(kind, doc);
            Map<SearchSettings.Part, Double> value = isOpen ? Map.of() : values.get(i);
            Results.Hit hit =
                hit(
                    entry,
                    explain(shares, value),
                    isOpen ? phrases.say("why.all") : why(entry, asked, value),
                    isOpen ? List.of() : highlights.of(entry, concepts, terms, kind, snapshot));
            page.stream()
                .filter(each -> each.kind == kind && each.place.doc() == doc)
                .forEach(each -> hits.put(each, hit));
          }
        });
    return page.stream().map(each -> java.util.Objects.requireNonNull(hits.get(each))).toList();
  }

  private Text why(Entry entry, Asked asked, Map<SearchSettings.Part, Double> values) {
    return reasons.of(entry, asked.understanding, asked.query(entry.kind()).concepts(), values);
  }

  /// Of a search for everything, every hit has the whole score.
  private Explanation explain(
      Map<SearchSettings.Part, Double> shares, Map<SearchSettings.Part, Double> values) {
    List<Explanation.Part> parts = new ArrayList<>();
    shares.forEach(
        (part, share) ->
            parts.add(
                Explanation.part(
                    part.word(),
                    phrases.say("signal.search_" + part.word()),
                    share,
                    values.getOrDefault(part, 0.0))));
    if (parts.isEmpty()) {
      parts.add(Explanation.part("filter", phrases.say("signal.search_filter"), 1, 1));
    }
    return Explanation.sum(parts);
  }

  private Results.Hit hit(
      Entry entry, Explanation explanation, Text why, List<Results.Highlight> marks) {
    return new Results.Hit(
        entry.id(),
        entry.kind(),
        entry.name(),
        explanation.value(),
        explanation,
        why,
        marks,
        entry instanceof City city ? city.regionName() : entry.profile().description(),
        named(entry.technologies()),
        entry.verified(),
        List.copyOf(entry.profile().unverified()),
        entry.profile().provenance());
  }

  private List<Answer.NamedCode> named(Iterable<Code> codes) {
    List<Answer.NamedCode> named = new ArrayList<>();
    codes.forEach(code -> named.add(new Answer.NamedCode(code, taxonomy.label(code))));
    return named;
  }

  private List<Results.FacetCounts> facets(
      SearchRequest request, Asked asked, Map<Kind, SearchQuery.Found> found) {
    List<Results.FacetCounts> facets = new ArrayList<>();
    Map<Kind, Long> kinds = new LinkedHashMap<>();
    request
        .all()
        .forEach(kind -> kinds.put(kind, found.get(kind) == null ? 0 : total(found, kind)));
    facets.add(names.kinds(kinds, request.kinds()));
    Map<Facet, Set<String>> chosen = asked.query(request.all().getFirst()).selection().values();
    for (Facet facet : Facet.values()) {
      Map<String, Long> counts = new HashMap<>();
      found.values().stream()
          .map(each -> each.facets().getOrDefault(facet, Map.of()))
          .forEach(each -> each.forEach((value, n) -> counts.merge(value, (long) n, Long::sum)));
      Set<String> selected = chosen.getOrDefault(facet, Set.of());
      if (!counts.isEmpty() || !selected.isEmpty()) {
        facets.add(names.of(facet, counts, selected));
      }
    }
    return facets;
  }

  private static long total(Map<Kind, SearchQuery.Found> found, Kind kind) {
    return java.util.Objects.requireNonNull(found.get(kind)).total();
  }

  /// Words that no searched kind has, as they were written.
  private List<String> unmatched(
      Understanding understanding, SearchRequest request, Snapshot snapshot) {
    Map<Integer, SearchQuery.Word> missing = new LinkedHashMap<>();
    Set<Integer> there = new HashSet<>();
    for (SearchQuery.Word word : known(request, understanding.words(), snapshot)) {
      if (word.occurs()) {
        there.add(word.start());
      } else if (word.weight() == 1) {
        missing.putIfAbsent(word.start(), word);
      }
    }
    Set<String> unmatched = new LinkedHashSet<>();
    missing.forEach(
        (start, word) -> {
          if (!there.contains(start)) {
            unmatched.add(understanding.words().substring(word.start(), word.end()));
          }
        });
    return List.copyOf(unmatched);
  }

  private Results.Meaning meaning(Understanding understanding, List<String> unmatched) {
    return new Results.Meaning(
        concepts(understanding.named()),
        concepts(understanding.excluded()),
        understanding.corrections(),
        unmatched);
  }

  private List<Results.Concept> concepts(List<Understanding.Named> all) {
    List<Results.Concept> concepts = new ArrayList<>();
    for (Understanding.Named named : all) {
      for (Code code : named.codes()) {
        double share = named.codes().size() == 1 ? 1 : settings.ambiguous();
        concepts.add(
            new Results.Concept(
                code,
                taxonomy.label(code),
                named.written(),
                Math.round(named.weight() * share * 1000) / 1000.0,
                named.sure()));
      }
    }
    return concepts;
  }

  /// The technologies that the words come nearest to: those that are named, else those of which
  /// at least a part is.
  private List<Answer.NamedCode> nearest(Understanding understanding) {
    Set<Code> codes = new LinkedHashSet<>();
    understanding.named().forEach(named -> codes.addAll(named.codes()));
    codes.addAll(near.partly(understanding.text(), NEAREST, MOST_NEAREST).keySet());
    return named(codes.stream().limit(MOST_NEAREST).toList());
  }

  private Text message(long total, List<String> unmatched, List<Answer.NamedCode> nearest) {
    List<Text> sentences = new ArrayList<>();
    sentences.add(
        total > 0
            ? phrases.say("search.match", Map.of("count", Phrases.same(total)))
            : phrases.say("search.none"));
    if (!unmatched.isEmpty()) {
      sentences.add(
          phrases.say(
              "search.unmatched",
              Map.of(
                  "words", new Text(String.join(", ", unmatched), String.join("、", unmatched)))));
    }
    if (!nearest.isEmpty()) {
      List<String> en = new ArrayList<>();
      List<String> zh = new ArrayList<>();
      for (Answer.NamedCode each : nearest) {
        en.add(each.label().best(greenpair.catalog.Language.EN));
        zh.add(each.label().best(greenpair.catalog.Language.ZH));
      }
      sentences.add(
          phrases.say(
              "search.nearest",
              Map.of("technologies", new Text(String.join(", ", en), String.join("、", zh)))));
    }
    return Phrases.join(sentences);
  }
}
