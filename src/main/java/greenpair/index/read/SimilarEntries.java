package greenpair.index.read;

import greenpair.index.contract.EntryQuery;
import greenpair.index.vector.VectorColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The entries of one kind that are nearest in meaning to a query. They do not depend on the facets
/// that filter hits, so the count of a facet equals the result of selecting it, and an entry has
/// the same score whatever is selected.
final class SimilarEntries {
  private final EntryQuery.@Nullable Meaning meaning;
  private final Map<Integer, VectorColumn.Near> nearest = new LinkedHashMap<>();

  /// @param allowed the documents that may match; null for all
  SimilarEntries(
      EntryQuery.@Nullable Meaning meaning,
      VectorColumn column,
      @Nullable DocSet allowed,
      Deadline deadline)
      throws IOException {
    this.meaning = meaning;
    if (meaning != null) {
      VectorColumn.Wanted wanted =
          new VectorColumn.Wanted(
              meaning.direction(), meaning.language(), meaning.most(), deadline::check);
      for (VectorColumn.Near each : column.nearest(wanted)) {
        if (allowed == null || allowed.has(each.doc())) {
          nearest.put(each.doc(), each);
        }
      }
    }
  }

  /// In ascending order.
  List<Integer> docs() {
    return new ArrayList<>(nearest.keySet());
  }

  /// The greatest cosine; 0 without entries.
  double nearest() {
    return nearest.values().stream().mapToDouble(VectorColumn.Near::cosine).max().orElse(0);
  }

  /// Share of the similarity in a score.
  double weight() {
    return meaning == null ? 0 : meaning.weight();
  }

  /// The similarity of a document, in [0, 1].
  double value(int doc) {
    VectorColumn.Near near = nearest.get(doc);
    return near == null || meaning == null ? 0 : meaning.value(near.cosine());
  }

  /// Whether a document is near enough to be found by meaning alone.
  boolean isAlone(int doc) {
    VectorColumn.Near near = nearest.get(doc);
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
