package greenpair.search;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.concept.Lexicon;
import greenpair.concept.NearTerms;
import greenpair.concept.PinyinTerms;
import greenpair.concept.PlainWords;
import greenpair.concept.QueryTranslator;
import greenpair.config.Lazy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.Stems;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import greenpair.match.settings.SizeSettings;
import greenpair.message.Message;
import greenpair.message.Phrases;
import greenpair.search.query.ConceptExpander;
import greenpair.search.read.QueryAmounts;
import greenpair.search.read.QueryReader;
import greenpair.search.settings.SearchSettings;
import greenpair.text.Pinyin;
import greenpair.text.WordTokens;

/// Finds entries of all kinds by words in either language and by filters. Words are read as
/// concepts of the taxonomy, so a Chinese query finds an English entry through their common code.
/// Every hit has reasons, and its parts add up to its score.
public final class Search {
  private final String configuration;
  private final SearchPlanner planner;
  private final QueryDescription meanings;
  private final FacetNames names;
  private final HitBuilder hits;
  private final List<Lazy<?>> later;
  private final Lazy<Relevance> relevance;
  private final ConceptFinder finder;
  private final Pins pins;

  /// Words that say nothing of a subject.
  private final Set<String> empty;

  /// False where the configuration wants meanings compared and has no vectors of words.
  private final boolean isCompared;

  /// @param configuration digest of the configuration, for answers
  /// @param edits of coordinators, of which the taxonomy has the terms
  public Search(
      String configuration,
      Taxonomy taxonomy,
      ConceptFinder finder,
      IndexSettings texts,
      Lexicon lexicon,
      SearchSettings settings,
      SizeSettings sizes,
      Phrases phrases,
      List<SearchEdit> edits) {
    this.finder = finder;
    this.pins = Pins.of(edits, phrases);
    this.empty = new HashSet<>(settings.emptyWords());
    empty.addAll(texts.englishStopWords());
    empty.addAll(texts.chineseStopWords());
    Lazy<NearTerms> near =
        new Lazy<>(() -> new NearTerms(taxonomy, texts.terms(), texts::isEnglish, Pinyin::joined));
    Lazy<PinyinTerms> pinyin =
        new Lazy<>(() -> new PinyinTerms(near.get().chinese(), Pinyin::joined));
    Lazy<PlainWords> plain =
        new Lazy<>(
            () ->
                new PlainWords(
                    taxonomy,
                    texts.terms(),
                    settings.emptyWords(),
                    settings.sameWords(),
                    Stems::english,
                    texts::direction));
    Lazy<QueryTranslator> translator =
        new Lazy<>(() -> translator(lexicon, texts, settings, empty));
    Lazy<Relevance> relevance =
        new Lazy<>(() -> new Relevance(taxonomy, texts::direction, settings));
    this.later = List.of(near, pinyin, plain, translator);
    this.relevance = relevance;
    this.configuration = configuration;
    this.isCompared = texts.vectors() != null || !settings.isMeaningCompared();
    QueryAmounts amounts = new QueryAmounts(sizes);
    this.planner =
        new SearchPlanner(
            new QueryReader(taxonomy, finder, near, pinyin, plain, translator, amounts, settings),
            new ConceptExpander(taxonomy, settings, texts.strengths()),
            relevance,
            settings,
            amounts,
            texts);
    this.meanings = new QueryDescription(taxonomy, finder, plain, settings, phrases);
    this.names = new FacetNames(taxonomy, phrases);
    this.hits =
        new HitBuilder(
            meanings, new HitReasons(taxonomy, finder, phrases), new Highlights(finder), phrases);
  }

  /// Makes what the first search would wait for.
  public void prepare() {
    later.forEach(Lazy::get);
    relevance.get().prepare();
  }

  /// The names of facets and their values.
  public FacetNames names() {
    return names;
  }

  private static QueryTranslator translator(
      Lexicon lexicon, IndexSettings texts, SearchSettings settings, Set<String> empty) {
    return new QueryTranslator(
        lexicon,
        empty,
        new QueryTranslator.Forms(texts.terms().spelling(), Stems::krovetz, Pinyin::syllables),
        new QueryTranslator.Weights(
            settings.renderings().later(), settings.sound(), settings.renderings().most()));
  }

  /// Finds a page of entries of the wanted kinds.
  ///
  /// @throws greenpair.match.NotFoundException if the city does not exist
  public SearchResponse search(SearchRequest request, Snapshot snapshot) {
    PlannedSearch plan = ask(request, snapshot);
    MergedHits ranking = pins.first(MergedHits.of(plan, request.limit() + 2, true), plan);
    boolean isMore = ranking.places().size() > request.limit();
    List<MergedHits.Ranked> page =
        isMore ? ranking.places().subList(0, request.limit()) : ranking.places();
    long total = ranking.total(request);
    // Where a page begins behind a hit, there are hits.
    boolean isNone = total == 0 && page.isEmpty() && request.after() == null;
    List<Answer.NamedCode> nearest = isNone ? meanings.nearest(plan.read().concepts()) : List.of();
    String corrected = plan.read().concepts().corrected();
    return new SearchResponse(
        snapshot.manifest().id(),
        configuration,
        request.text(),
        isNone ? Answer.Outcome.NO_GOOD_MATCH : Answer.Outcome.MATCH,
        meanings.message(isNone, total, isCompared, plan, nearest),
        meanings.of(plan),
        corrected.equals(request.text()) ? null : corrected,
        total,
        ranking.facets(plan),
        pins.said(hits.of(page, plan), page),
        isMore ? cursor(request, page.getLast(), snapshot).word() : null,
        nearest);
  }

  /// Why words cannot become a term of a technology; empty if they can.
  public Optional<Message> refusal(String words, Code technology) {
    boolean isEmpty =
        WordTokens.split(words).stream()
            .allMatch(each -> empty.contains(WordTokens.lower(each.written())));
    boolean isKnown = finder.codes(words).containsKey(technology);
    return isEmpty
        ? Optional.of(Message.of("searches.empty"))
        : isKnown ? Optional.of(Message.of("searches.known")) : Optional.empty();
  }

  /// The ranking of one kind, at most `depth` long, without counting facets or saying why.
  public Map<EntryId, Double> ranking(Kind kind, String text, int depth, Snapshot snapshot) {
    Map<EntryId, Double> ranking = new LinkedHashMap<>();
    ranking(SearchRequest.of(List.of(kind), text, 1), depth, snapshot)
        .forEach((found, score) -> ranking.put(found.id(), score));
    return ranking;
  }

  /// The first entries of all wanted kinds with their scores, best first.
  public Map<Entry, Double> ranking(SearchRequest request, int depth, Snapshot snapshot) {
    Map<Entry, Double> ranking = new LinkedHashMap<>();
    for (MergedHits.Ranked each : MergedHits.of(ask(request, snapshot), depth, false).places()) {
      ranking.put(snapshot.entry(each.kind(), each.place().doc()), (double) each.place().score());
    }
    return ranking;
  }

  /// How some entries rank among themselves, those that are found, best first; others cost nothing.
  public List<Entry.Key> rankingAmong(
      SearchRequest request, Map<Kind, Set<EntryId>> entries, Snapshot snapshot) {
    return MergedHits.among(ask(request, snapshot), entries).stream()
        .map(
            each ->
                new Entry.Key(each.kind(), snapshot.named(each.kind(), each.place().doc()).id()))
        .toList();
  }

  /// The query of each kind.
  PlannedSearch ask(SearchRequest request, Snapshot snapshot) {
    return planner.plan(request, snapshot);
  }

  private SearchCursor cursor(SearchRequest request, MergedHits.Ranked last, Snapshot snapshot) {
    return new SearchCursor(basis(snapshot), request.fingerprint(), last.kind(), last.place());
  }

  /// The cursor of that word; nothing if it is none of this search and generation.
  public Optional<SearchCursor> cursor(String word, SearchRequest request, Snapshot snapshot) {
    return SearchCursor.of(word)
        .filter(each -> each.basis().equals(basis(snapshot)))
        .filter(each -> each.search().equals(request.fingerprint()))
        .filter(each -> request.all().contains(each.kind()));
  }

  /// What a cursor belongs to, besides its search.
  private String basis(Snapshot snapshot) {
    return Integer.toHexString((snapshot.manifest().id() + configuration).hashCode());
  }
}
