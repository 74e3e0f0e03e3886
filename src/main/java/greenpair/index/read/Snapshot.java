package greenpair.index.read;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.catalog.WholeEntry;
import greenpair.index.analysis.QueryWords;
import greenpair.index.generation.Manifest;
import greenpair.index.query.Candidate;
import greenpair.index.query.CandidateQuery;
import greenpair.index.query.CityTraits;
import greenpair.index.query.Named;
import greenpair.index.query.Participation;
import greenpair.index.query.Precedent;
import greenpair.index.query.Rendered;
import greenpair.index.query.SearchQuery;
import greenpair.language.Renderer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// What one request sees, from its first line to its last: one generation under one configuration,
/// whatever is published or changed meanwhile. Close it when the answer is made.
public final class Snapshot implements AutoCloseable {
  private final OpenGeneration generation;
  private final String configuration;
  private final Deadline deadline;
  private final AtomicBoolean closed = new AtomicBoolean();

  public Snapshot(OpenGeneration generation, String configuration, Deadline deadline) {
    this.generation = generation;
    this.configuration = configuration;
    this.deadline = deadline;
  }

  public OpenGeneration generation() {
    return generation;
  }

  /// The index of a kind, as long as there is time.
  private KindIndex index(Kind kind) {
    deadline.check();
    return generation.index(kind);
  }

  /// The generation that is seen.
  public Manifest manifest() {
    return generation.manifest();
  }

  /// Digest of the current configuration, which may be newer than the one that built the
  /// generation.
  public String configuration() {
    return configuration;
  }

  /// The traits of a city, or nothing when the catalog has no such city.
  public Optional<CityTraits> city(EntryId id) {
    return generation.cities().get(id);
  }

  /// The record of an entry as everybody may see it.
  public Optional<Entry> entry(Kind kind, EntryId id) {
    return whole(kind, id).map(WholeEntry::open);
  }

  /// The record of an entry with what is restricted: for ranking, and for who may see it.
  public Optional<WholeEntry> whole(Kind kind, EntryId id) {
    return index(kind).whole(id);
  }

  /// The name of an entry, for a tenth of what its full record costs.
  public Optional<Text> name(Kind kind, EntryId id) {
    return index(kind).name(id);
  }

  /// The needs of a city by id.
  public List<Need> needs(EntryId city) {
    return index(Kind.NEED).ofCity(city).stream().map(Need.class::cast).toList();
  }

  /// Which cities and needs take part in a programme.
  public Participation participation() {
    return generation.participation();
  }

  /// The cities that people work on: those of the programmes, in their order; where there is no
  /// programme, those at the beginning of the catalog.
  ///
  /// @param limit cities at most
  public List<City> participants(int limit) {
    return participation().isEmpty()
        ? entries(Kind.CITY, 0, limit).stream().map(City.class::cast).toList()
        : participation().cities().stream()
            .limit(limit)
            .flatMap(id -> entry(Kind.CITY, id).stream())
            .map(City.class::cast)
            .toList();
  }

  /// The needs of a city that people work on: those that take part in a programme; of a city in
  /// none all of them. By id.
  public List<Need> ownNeeds(EntryId city) {
    return participation().has(city)
        ? needs(city).stream().filter(participation()::has).toList()
        : needs(city);
  }

  /// Entries of a kind in the order of the catalog, for lists that people page through.
  ///
  /// @param from first place, from 0
  public List<Entry> entries(Kind kind, int from, int limit) {
    return index(kind).entries(from, limit);
  }

  /// The ids of all entries of a kind, in the order of the catalog.
  public void ids(Kind kind, Consumer<EntryId> each) {
    index(kind).ids(each);
  }

  /// First stage: at most `query.depth()` candidates, those that the technologies, the words and
  /// the city favour most. Precedents of solutions come from [#precedents].
  public List<Candidate> candidates(CandidateQuery query) {
    return index(query.kind()).candidates(query, generation.cities(), deadline);
  }

  /// One entry as a candidate for a query, found or not.
  public Optional<Candidate> candidate(CandidateQuery query, EntryId id) {
    return index(query.kind()).candidate(query, id, generation.cities());
  }

  /// Deployments that prove one of the technologies, best first by grade and by sharing country
  /// and region with the city; at most `depth`.
  public List<Precedent> precedents(
      Collection<greenpair.catalog.Code> technologies, CityTraits city, int depth) {
    return generation.precedents(technologies, city, depth, deadline);
  }

  /// Deployments of one of the technologies that failed or were called off, among the first `depth`
  /// by grade and by sharing country and region with the city.
  public List<Precedent> failures(
      Collection<greenpair.catalog.Code> technologies, CityTraits city, int depth) {
    return generation.failures(technologies, city, depth, deadline);
  }

  /// The words of a text, read once, as each of the kinds knows them, in order of place.
  ///
  /// @param across what a pair of Chinese characters counts that no word holds
  public Map<Kind, List<SearchQuery.Word>> words(
      Collection<Kind> kinds, String text, double across) {
    return OpenGeneration.read(
        () -> {
          List<QueryWords.Token> tokens = generation.words().read(text);
          Map<Kind, List<SearchQuery.Word>> words = new EnumMap<>(Kind.class);
          for (Kind kind : kinds) {
            words.put(kind, search(kind).words(tokens, across));
          }
          return words;
        });
  }

  /// How far the words of a text are read, in characters: a pasted page asks no more than its first
  /// part does.
  public int readUpTo(String text) {
    return OpenGeneration.read(() -> generation.words().readUpTo(text));
  }

  /// The words of a text as the other language says them, as entries of each kind have them.
  ///
  /// @param sources words of the text with all that may say the same
  public Map<Kind, List<Rendered>> rendered(
      Collection<Kind> kinds, String text, List<Renderer.Source> sources) {
    return OpenGeneration.read(
        () -> {
          List<Rendered> words = Renderings.read(text, sources, generation.words(), deadline);
          Map<Kind, List<Rendered>> rendered = new EnumMap<>(Kind.class);
          for (Kind kind : kinds) {
            rendered.put(kind, search(kind).rendered(words, deadline));
          }
          return rendered;
        });
  }

  /// Number of entries of a kind whose texts are only in that language.
  public long only(Kind kind, Language language) {
    return OpenGeneration.read(() -> search(kind).only(language));
  }

  /// Of the words of a query as the other language says them those that an entry says which is told
  /// in one language alone, each with the renderings that stand in its texts, the rarest first.
  public List<Rendered> said(Entry entry, List<Rendered> words) {
    return OpenGeneration.read(() -> Renderings.said(entry, words, generation.words()));
  }

  /// How many entries of some kinds answer a concept, by a code of their own, one that they mention
  /// or a relative of it.
  public long answering(Collection<Kind> kinds, greenpair.catalog.Code concept) {
    return OpenGeneration.read(
        () -> {
          long sum = 0;
          for (Kind kind : kinds) {
            sum += search(kind).answering(concept.value());
          }
          return sum;
        });
  }

  /// How many entries of some kinds there are.
  public long count(Collection<Kind> kinds) {
    return kinds.stream().mapToLong(kind -> search(kind).count()).sum();
  }

  /// Whether the texts of an entry of some kinds hold a phrase as it is written, in whole words; of
  /// the entries that have all of its words, only the first of each kind are read.
  public boolean holds(Collection<Kind> kinds, String phrase) {
    return OpenGeneration.read(
        () -> {
          List<QueryWords.Token> tokens = generation.words().read(phrase);
          Phrase wanted = new Phrase(phrase);
          for (Kind kind : kinds) {
            for (int doc : search(kind).withAll(tokens)) {
              if (wanted.isIn(entry(kind, doc))) {
                return true;
              }
            }
          }
          return false;
        });
  }

  /// A query made ready for a kind.
  public KindQuery query(Kind kind, SearchQuery query, SearchSettings settings) {
    return search(kind).query(query, settings, deadline);
  }

  private KindSearch search(Kind kind) {
    return index(kind).search();
  }

  /// Id and name of a document that was found.
  public Named named(Kind kind, int doc) {
    return OpenGeneration.read(() -> index(kind).named(doc));
  }

  /// The best grade of what proves a document that was found: `a` to `d`, `none` without a case;
  /// nothing for a kind that nothing proves.
  public Optional<String> evidence(Kind kind, int doc) {
    return OpenGeneration.read(() -> search(kind).evidence(doc));
  }

  /// The entry of a document that was found.
  public Entry entry(Kind kind, int doc) {
    return index(kind).at(doc);
  }

  /// Places in a text where one of the terms occurs: pairs of first character and one past the
  /// last, in order.
  public List<int[]> marks(String text, Set<String> terms) {
    deadline.check();
    return OpenGeneration.read(() -> generation.words().marks(text, terms));
  }

  /// Whether an entry of the kind has that name, legal forms and spelling marks aside.
  public boolean isName(Kind kind, String name) {
    return OpenGeneration.read(() -> search(kind).isName(name));
  }

  /// Names of entries of the kind that stand in a text, the longest at each place: as they are
  /// kept, and as they are written there.
  public Map<String, String> namesIn(Kind kind, String text) {
    return OpenGeneration.read(() -> search(kind).namesIn(text));
  }

  /// Documents of a kind whose name, pinyin or initials begin with what is typed, the most used
  /// first.
  public List<SearchQuery.Place> typed(Kind kind, String written, int limit) {
    return OpenGeneration.read(() -> search(kind).typed(written, limit));
  }

  /// How many entries of all kinds have the code of their own.
  public long entriesWith(greenpair.catalog.Code code) {
    return generation.use().getOrDefault(code, 0L);
  }

  /// Lets go; a second time does nothing, or another request would lose the generation.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      generation.release();
    }
  }
}
