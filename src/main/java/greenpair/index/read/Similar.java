package greenpair.index.read;

import greenpair.index.document.SearchFields;
import greenpair.index.meaning.MeaningColumn;
import greenpair.index.meaning.SimilarQuery;
import greenpair.index.query.Facet;
import greenpair.index.query.SearchQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
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
  static @Nullable Similar of(
      SearchQuery query,
      MeaningColumn column,
      SearchSettings.Nearness nearness,
      LiveSearcher searcher,
      Deadline deadline) {
    float[] direction = query.direction();
    if (direction == null || nearness.most() == 0) {
      return null;
    }
    return OpenGeneration.read(
        () -> {
          List<Query> barred = excluded(query);
          List<Query> wanted = new ArrayList<>();
          if (query.selection().provenIn() != null) {
            wanted.add(proven(query));
          }
          FixedBitSet[] allowed = allowed(wanted, barred, searcher);
          List<MeaningColumn.Near> all =
              column.nearest(
                  direction, query.language(), nearness.most(), allowed, deadline::check);
          TreeMap<Integer, MeaningColumn.Near> near = new TreeMap<>();
          all.forEach(each -> near.put(each.doc(), each));
          Map<Facet, Set<String>> values = query.selection().values();
          if (!values.isEmpty()) {
            values.forEach((facet, each) -> wanted.add(FacetColumns.query(facet, each)));
            FixedBitSet[] left = allowed(wanted, barred, searcher);
            column
                .nearest(direction, query.language(), nearness.most(), left, deadline::check)
                .forEach(each -> near.put(each.doc(), each));
          }
          return new Similar(all, List.copyOf(near.values()), nearness);
        });
  }

  static List<Query> excluded(SearchQuery query) {
    return query.excluded().stream()
        .<Query>map(code -> new TermQuery(new Term(SearchFields.MAIN, code.value())))
        .toList();
  }

  /// Asks for what is proven in the city of the selection, which there is.
  static Query proven(SearchQuery query) {
    return new TermQuery(
        new Term(SearchFields.PROVEN, String.valueOf(query.selection().provenIn())));
  }

  private static FixedBitSet @Nullable [] allowed(
      List<Query> wanted, List<Query> barred, LiveSearcher searcher) throws IOException {
    if (wanted.isEmpty() && barred.isEmpty()) {
      return null;
    }
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    FixedBitSet[] allowed = new FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      int size = leaf.reader().maxDoc();
      FixedBitSet docs = new FixedBitSet(size);
      docs.set(0, size);
      for (Query each : wanted) {
        FixedBitSet some = new FixedBitSet(size);
        Matches.take(each, leaf, searcher, some);
        docs.and(some);
      }
      FixedBitSet others = new FixedBitSet(size);
      for (Query each : barred) {
        Matches.take(each, leaf, searcher, others);
      }
      docs.andNot(others);
      allowed[leaf.ord] = docs;
    }
    return allowed;
  }

  /// Scores each by its cosine, in [0, 1].
  Query query() {
    return new SimilarQuery(near, nearness::value);
  }

  /// Adds those that are near enough to be found by meaning alone.
  ///
  /// @param found by segment
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
