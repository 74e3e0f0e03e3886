package greenpair.index.read;

import greenpair.index.meaning.MeaningColumn;
import greenpair.index.meaning.SimilarQuery;
import greenpair.index.query.Facet;
import greenpair.index.query.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The entries of one kind with a meaning similar to the query. An entry is found by meaning alone
/// only if it is among the nearest before facet filters apply, so a facet count equals the result
/// of selecting it. The nearest entries within the filters are scored too.
final class Similar {
  private final List<MeaningColumn.Near> all;
  private final List<MeaningColumn.Near> near;
  private final SearchSettings.Nearness nearness;

  /// @param all before facets narrow
  /// @param near these and those that facets leave
  private Similar(
      List<MeaningColumn.Near> all,
      List<MeaningColumn.Near> near,
      SearchSettings.Nearness nearness) {
    this.all = all;
    this.near = near;
    this.nearness = nearness;
  }

  /// Finds them; null if the query or the settings request none.
  ///
  /// @param allowed by segment, the documents that may match; null for all
  static @Nullable Similar of(
      SearchQuery query,
      MeaningColumn column,
      SearchSettings.Nearness nearness,
      FixedBitSet @Nullable [] allowed,
      List<Map<Facet, FixedBitSet>> chosen,
      Deadline deadline) {
    float[] direction = query.direction();
    if (direction == null || nearness.most() == 0) {
      return null;
    }
    return OpenGeneration.read(
        () -> {
          List<MeaningColumn.Near> all =
              column.nearest(
                  direction, query.language(), nearness.most(), allowed, deadline::check);
          if (query.selection().values().isEmpty()) {
            return new Similar(all, all, nearness);
          }
          TreeMap<Integer, MeaningColumn.Near> near = new TreeMap<>();
          all.forEach(each -> near.put(each.doc(), each));
          column
              .nearest(
                  direction,
                  query.language(),
                  nearness.most(),
                  left(allowed, chosen),
                  deadline::check)
              .forEach(each -> near.put(each.doc(), each));
          return new Similar(all, List.copyOf(near.values()), nearness);
        });
  }

  private static FixedBitSet[] left(
      FixedBitSet @Nullable [] allowed, List<Map<Facet, FixedBitSet>> chosen) {
    FixedBitSet[] left = new FixedBitSet[chosen.size()];
    for (int segment = 0; segment < left.length; segment++) {
      List<FixedBitSet> sets = new ArrayList<>(chosen.get(segment).values());
      if (allowed != null) {
        sets.add(allowed[segment]);
      }
      left[segment] = sets.getFirst().clone();
      sets.subList(1, sets.size()).forEach(left[segment]::and);
    }
    return left;
  }

  /// Scores each by its cosine, in [0, 1].
  Query query() {
    return new SimilarQuery(near, nearness::value);
  }

  /// Adds those that are near enough to be found by meaning alone.
  void addAlone(FixedBitSet[] found, LiveSearcher searcher) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int leaf = 0;
    for (MeaningColumn.Near each : all) {
      while (each.doc() >= leaves.get(leaf).docBase + leaves.get(leaf).reader().maxDoc()) {
        leaf++;
      }
      if (each.cosine() >= (each.isAcross() ? nearness.across() : nearness.alone())) {
        found[leaves.get(leaf).ord].set(each.doc() - leaves.get(leaf).docBase);
      }
    }
  }
}
