package greenpair.index;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What one request sees of the index, from its first line to its last: one generation, however
/// many are published meanwhile. Close it when the answer is made.
public final class Snapshot implements AutoCloseable {
  private final OpenGeneration generation;
  private final AtomicBoolean closed = new AtomicBoolean();

  Snapshot(OpenGeneration generation) {
    this.generation = generation;
  }

  /// The generation that is seen.
  public Manifest manifest() {
    return generation.manifest();
  }

  /// Digest of the configuration in use, which may be newer than the one that built the generation.
  public String configuration() {
    return generation.configuration();
  }

  /// The traits of a city, or nothing when the catalog has no such city.
  public Optional<CityTraits> city(EntryId id) {
    return generation.cities().get(id);
  }

  /// The full record of an entry.
  public Optional<Entry> entry(Kind kind, EntryId id) {
    return generation.index(kind).entry(id);
  }

  /// The name of an entry, for a tenth of what its full record costs.
  public Optional<Text> name(Kind kind, EntryId id) {
    return generation.index(kind).name(id);
  }

  /// The needs of a city by id.
  public List<Need> needs(EntryId city) {
    return generation.index(Kind.NEED).ofCity(city).stream().map(Need.class::cast).toList();
  }

  /// Entries of a kind in the order of the catalog, for lists that people page through.
  ///
  /// @param from first place, from 0
  public List<Entry> entries(Kind kind, int from, int limit) {
    return generation.index(kind).entries(from, limit);
  }

  /// First stage: at most `query.depth()` candidates, those that the technologies, the words and
  /// the city favour most. Precedents of solutions come from [#precedents].
  public List<Candidate> candidates(CandidateQuery query) {
    return generation.index(query.kind()).candidates(query, generation.cities());
  }

  /// One entry as a candidate for a query, found or not.
  public Optional<Candidate> candidate(CandidateQuery query, EntryId id) {
    return generation.index(query.kind()).candidate(query, id, generation.cities());
  }

  /// Deployments that prove one of the technologies, best first by grade and by sharing country
  /// and region with the city; at most `depth`.
  public List<Precedent> precedents(
      Collection<greenpair.catalog.Code> technologies, CityTraits city, int depth) {
    return generation.precedents(technologies, city, depth);
  }

  /// The words of a text as a kind knows them, in order of place.
  ///
  /// @param across what a pair of Chinese characters counts that no word holds
  public List<SearchQuery.Word> words(Kind kind, String text, double across) {
    return read(() -> generation.index(kind).search().words(text, across));
  }

  /// Hits of one kind behind a place, in order.
  ///
  /// @param after null for the first page
  /// @param isCounting whether the values of facets are counted
  public SearchQuery.Found search(
      Kind kind,
      SearchQuery query,
      SearchSettings settings,
      SearchQuery.Order order,
      Language language,
      SearchQuery.@Nullable Place after,
      int limit,
      boolean isCounting) {
    return read(
        () ->
            generation
                .index(kind)
                .search()
                .search(query, settings, order, language, after, limit, isCounting));
  }

  /// What share each part of the score has.
  public Map<SearchSettings.Part, Double> shares(
      Kind kind, SearchQuery query, SearchSettings settings) {
    Map<SearchSettings.Part, Double> shares = new EnumMap<>(SearchSettings.Part.class);
    read(() -> generation.index(kind).search().parts(query, settings))
        .forEach((part, addend) -> shares.put(part, addend.weight()));
    return shares;
  }

  /// The values of the parts of the score for documents that were found.
  public List<Map<SearchSettings.Part, Double>> values(
      Kind kind, SearchQuery query, SearchSettings settings, List<Integer> docs) {
    return read(() -> generation.index(kind).search().values(query, settings, docs));
  }

  /// The entry of a document that was found.
  public Entry entry(Kind kind, int doc) {
    return generation.index(kind).at(doc);
  }

  /// Terms of the index that are worth marking in the texts of hits.
  public Set<String> marked(Kind kind, SearchQuery query, SearchSettings settings) {
    return read(() -> generation.index(kind).search().marked(query, settings));
  }

  /// Places in a text where one of the terms stands: pairs of first character and one past the
  /// last, in order.
  public List<int[]> marks(Kind kind, String text, Set<String> terms) {
    return read(() -> generation.index(kind).search().marks(text, terms));
  }

  /// Whether an entry of the kind has that name, legal forms and spelling marks aside.
  public boolean isName(Kind kind, String name) {
    return read(() -> generation.index(kind).search().isName(name));
  }

  /// Documents of a kind whose name, pinyin or initials begin with what is typed, the most used
  /// first.
  public List<SearchQuery.Place> typed(Kind kind, String written, int limit) {
    return read(() -> generation.index(kind).search().typed(written, limit));
  }

  /// How many entries of all kinds have the code of their own.
  public long entriesWith(greenpair.catalog.Code code) {
    long all = 0;
    for (Kind kind : Kind.values()) {
      all += read(() -> generation.index(kind).search().entriesWith(code.value()));
    }
    return all;
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw OpenGeneration.unchecked(e);
    }
  }

  /// Lets go; a second time does nothing, or another request would lose the generation.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      generation.release();
    }
  }
}
