package greenpair.index.read;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Disclosure.WholeEntry;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.contract.NamedEntry;
import greenpair.index.contract.Participation;
import greenpair.index.contract.Precedent;
import greenpair.index.generation.Manifest;
import org.apache.lucene.util.IOFunction;

/// The view of one request: one generation under one configuration, whatever is published or
/// changed meanwhile. Close it when the answer is complete.
public final class Snapshot implements AutoCloseable {
  private final OpenGeneration generation;
  private final Manifest manifest;
  private final String configuration;
  private final Deadline deadline;
  private final AtomicBoolean closed = new AtomicBoolean();

  public Snapshot(OpenGeneration generation, String configuration, Deadline deadline) {
    this(generation, generation.manifest(), configuration, deadline);
  }

  private Snapshot(
      OpenGeneration generation, Manifest manifest, String configuration, Deadline deadline) {
    this.generation = generation;
    this.manifest = manifest;
    this.configuration = configuration;
    this.deadline = deadline;
  }

  /// The same with another manifest, while this one is open.
  public Snapshot with(Manifest other) {
    return new Snapshot(generation, other, configuration, deadline);
  }

  /// The same without a time limit, while this one is open.
  public Snapshot unlimited() {
    return new Snapshot(generation, manifest, configuration, Deadline.NONE);
  }

  /// The index of a kind, if the deadline has not passed.
  private KindIndex index(Kind kind) {
    deadline.check();
    return generation.index(kind);
  }

  /// The generation of this snapshot.
  public Manifest manifest() {
    return manifest;
  }

  /// Digest of the current configuration, which may be newer than the one that built the
  /// generation.
  public String configuration() {
    return configuration;
  }

  public Taxonomy taxonomy() {
    return generation.taxonomy();
  }

  /// The traits of a city, or nothing if the catalog has no such city.
  public Optional<CityTraits> city(EntryId id) {
    return generation.cities().get(id);
  }

  /// The record of an entry without restricted fields.
  public Optional<Entry> entry(Kind kind, EntryId id) {
    return whole(kind, id).map(WholeEntry::open);
  }

  /// The record of an entry with restricted fields: for ranking, and for users who may see them.
  public Optional<WholeEntry> whole(Kind kind, EntryId id) {
    return index(kind).whole(id);
  }

  /// The name of an entry, at a tenth of the cost of its full record.
  public Optional<Text> name(Kind kind, EntryId id) {
    return index(kind).name(id);
  }

  /// The name of an entry; the id of one that the catalog does not have.
  public Text nameOrId(Kind kind, EntryId id) {
    return name(kind, id).orElse(new Text(id.value(), null));
  }

  /// Whether a partner is in business; empty for other kinds and when unknown.
  public Optional<Partner.Status> status(Kind kind, EntryId id) {
    return kind.isPartner()
        ? OpenGeneration.read(() -> index(kind).records().traits(id))
            .map(each -> each.organisation())
            .map(each -> each.status())
        : Optional.empty();
  }

  /// The id of the entry whose id or name is nearest to the word; none if nothing is near.
  public Optional<String> nearest(Kind kind, String word) {
    return index(kind).names().nearest(word);
  }

  /// The needs of a city by id.
  public List<Need> needs(EntryId city) {
    return index(Kind.NEED).ofCity(city).stream().map(Need.class::cast).toList();
  }

  /// Which cities and needs take part in a programme.
  public Participation participation() {
    return generation.participation();
  }

  /// The cities that users work on: those of the programmes, in their order; without a programme,
  /// those at the beginning of the catalog.
  ///
  /// @param limit cities at most
  public List<City> participants(int limit) {
    return participants(0, limit);
  }

  /// The same from a place on, without reading those before it.
  ///
  /// @param from first place, from 0
  public List<City> participants(int from, int limit) {
    return participation().isEmpty()
        ? entries(Kind.CITY, from, limit).stream().map(City.class::cast).toList()
        : participation().cities().stream()
            .skip(from)
            .limit(limit)
            .flatMap(id -> entry(Kind.CITY, id).stream())
            .map(City.class::cast)
            .toList();
  }

  /// The needs of a city that users work on: those that take part in a programme, or all needs of a
  /// city outside programmes. By id.
  public List<Need> ownNeeds(EntryId city) {
    return participation().has(city)
        ? needs(city).stream().filter(participation()::has).toList()
        : needs(city);
  }

  /// Entries of a kind in catalog order, for paged lists.
  ///
  /// @param from first place, from 0
  public List<Entry> entries(Kind kind, int from, int limit) {
    return index(kind).entries(from, limit);
  }

  /// The ids of all entries of a kind, in the order of the catalog.
  public void ids(Kind kind, Consumer<EntryId> each) {
    index(kind).ids(each);
  }

  /// The number of entries of which [#candidates] gives the strongest.
  public long matching(CandidateQuery query) {
    return index(query.kind()).matching(query, deadline);
  }

  /// First stage: at most `query.depth()` candidates with the highest scores by technologies, words
  /// and city, highest first. Precedents of solutions come from [#precedents].
  public List<Candidate> candidates(CandidateQuery query) {
    return index(query.kind()).candidates(query, deadline);
  }

  /// An entry as a candidate for a query, whether or not the query finds it.
  public Optional<Candidate> candidate(CandidateQuery query, EntryId id) {
    return index(query.kind()).candidate(query, id);
  }

  /// Deployments that prove one of the technologies, best first by grade and by sharing country
  /// and region with the city; at most `depth`.
  public List<Precedent> precedents(Collection<Code> technologies, CityTraits city, int depth) {
    return deployments(technologies, city, depth).stream().filter(Precedent::proves).toList();
  }

  /// Deployments of one of the technologies, whatever became of them, in the same order.
  public List<Precedent> deployments(Collection<Code> technologies, CityTraits city, int depth) {
    return candidates(CandidateQuery.ofDeployments(technologies, city, depth)).stream()
        .flatMap(each -> each.precedents().stream())
        .toList();
  }

  /// The share of the entries of some kinds that have a technology, in [0, 1]; 0 without entries.
  public double coded(Collection<Kind> kinds) {
    long all = count(kinds);
    return all == 0 ? 0 : Math.min(1, (double) sum(kinds, KindSearch::coded) / all);
  }

  /// Number of entries of a kind whose texts are only in that language.
  public long only(Kind kind, Language language) {
    return OpenGeneration.read(() -> search(kind).only(language));
  }

  /// The number of entries of some kinds that match a concept by one of their own codes, a
  /// mentioned code or a relative.
  public long answering(Collection<Kind> kinds, Code concept) {
    return sum(kinds, search -> search.answering(concept.value()));
  }

  private long sum(Collection<Kind> kinds, IOFunction<KindSearch, Long> count) {
    return kinds.stream()
        .mapToLong(kind -> OpenGeneration.read(() -> count.apply(search(kind))))
        .sum();
  }

  /// How many entries of some kinds there are.
  public long count(Collection<Kind> kinds) {
    return kinds.stream().mapToLong(kind -> search(kind).count()).sum();
  }

  /// The number of entries of a kind with each of some values of a facet, in all.
  public long count(Kind kind, Facet facet, Set<String> values) {
    return values.stream()
        .mapToLong(value -> OpenGeneration.read(() -> search(kind).with(facet, value)))
        .sum();
  }

  /// A query prepared for a kind.
  public KindQuery query(Kind kind, EntryQuery query) {
    return search(kind).query(query, deadline);
  }

  /// The hits of a query among some entries of its kind, best first. The cost grows with the number
  /// of these entries and not with the catalog.
  public List<EntryQuery.Place> among(Kind kind, KindQuery query, Set<EntryId> ids) {
    return query.among(ids, index(kind).records());
  }

  /// The document of an entry; -1 if the catalog does not have it.
  public int doc(Kind kind, EntryId id) {
    return OpenGeneration.read(() -> index(kind).records().doc(id));
  }

  private KindSearch search(Kind kind) {
    return index(kind).search();
  }

  /// Looks up the words and names of queries.
  public TextLookup texts() {
    return new TextLookup(generation, deadline);
  }

  /// Id and name of a document that was found.
  public NamedEntry named(Kind kind, int doc) {
    return OpenGeneration.read(() -> index(kind).named(doc));
  }

  /// The best grade of the deployments of a hit: `a` to `d`, or `none` without a case; empty for a
  /// kind that deployments do not prove.
  public Optional<String> evidence(Kind kind, int doc) {
    return OpenGeneration.read(() -> search(kind).evidence(doc));
  }

  /// The entry of a document that was found.
  public Entry entry(Kind kind, int doc) {
    return index(kind).at(doc);
  }

  /// Documents of a kind whose name, pinyin or initials begin with the typed text, most used first.
  public List<EntryQuery.Place> typed(Kind kind, String written, int limit) {
    return OpenGeneration.read(() -> search(kind).typed(written, limit));
  }

  /// The number of entries of all kinds with this code among their own.
  public long entriesWith(Code code) {
    return generation.use().getOrDefault(code, 0L);
  }

  /// Releases the generation. Closing twice has no effect, because another request would otherwise
  /// lose it.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      generation.release();
    }
  }

  /// On what the entries rest; empty for a large catalog.
  public Optional<SourceCounts> sources() {
    return generation.sources();
  }
}
