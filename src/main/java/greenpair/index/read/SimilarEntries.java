package greenpair.index.read;

import module java.base;

import greenpair.config.Lazy;
import greenpair.index.contract.EntryQuery;
import greenpair.index.vector.VectorColumn;
import org.jspecify.annotations.Nullable;

/// The entries of one kind that are nearest in meaning to a query. They do not depend on the facets
/// that filter hits, so the count of a facet equals the result of selecting it, and an entry has
/// the same score whatever is selected.
final class SimilarEntries {
  private final EntryQuery.@Nullable Meaning meaning;

  /// Found when they are first needed.
  private final Lazy<Map<Integer, VectorColumn.Near>> nearest;

  /// @param allowed the documents that may match; null for all
  SimilarEntries(
      EntryQuery.@Nullable Meaning meaning,
      VectorColumn column,
      @Nullable DocSet allowed,
      Deadline deadline) {
    this.meaning = meaning;
    this.nearest =
        new Lazy<>(
            () -> {
              Map<Integer, VectorColumn.Near> found = new LinkedHashMap<>();
              if (meaning != null) {
                VectorColumn.Wanted wanted =
                    new VectorColumn.Wanted(
                        meaning.direction(), meaning.language(), meaning.most(), deadline::check);
                OpenGeneration.read(() -> column.nearest(wanted)).stream()
                    .filter(each -> allowed == null || allowed.has(each.doc()))
                    .forEach(each -> found.put(each.doc(), each));
              }
              return found;
            });
  }

  /// Those that count for the hits.
  private Map<Integer, VectorColumn.Near> counted() {
    return weight() == 0 ? Map.of() : nearest.get();
  }

  /// In ascending order.
  List<Integer> docs() {
    return new ArrayList<>(counted().keySet());
  }

  /// The greatest cosine; 0 without entries.
  double nearest() {
    return nearest.get().values().stream().mapToDouble(VectorColumn.Near::cosine).max().orElse(0);
  }

  /// Share of the similarity in a score.
  double weight() {
    return meaning == null ? 0 : meaning.weight();
  }

  /// The similarity of a document, in [0, 1].
  double value(int doc) {
    VectorColumn.Near near = counted().get(doc);
    return near == null || meaning == null ? 0 : meaning.value(near.cosine());
  }

  /// Whether a document is near enough to be found by meaning alone.
  boolean isAlone(int doc) {
    VectorColumn.Near near = counted().get(doc);
    return near != null
        && meaning != null
        && near.cosine() >= (near.isAcross() ? meaning.across() : meaning.alone());
  }

  /// Those documents, and all that are near enough to be found by meaning alone.
  ///
  /// @param some the documents that are of use; null for all
  DocSet with(DocSet found, @Nullable DocSet some) {
    List<Integer> alone =
        docs().stream().filter(doc -> isAlone(doc) && (some == null || some.has(doc))).toList();
    if (alone.isEmpty()) {
      return found;
    }
    DocSet all = found.copy();
    alone.forEach(all::add);
    return all;
  }
}
