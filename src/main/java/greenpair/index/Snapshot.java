package greenpair.index;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

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

  /// Lets go; a second time does nothing, or another request would lose the generation.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      generation.release();
    }
  }
}
