package greenpair.index.read;

import greenpair.index.contract.Facet;
import greenpair.index.contract.SearchQuery;
import greenpair.index.vector.SimilarQuery;
import greenpair.index.vector.VectorColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The entries of one kind with a meaning similar to the query. An entry is found by meaning alone
/// only if it is among the nearest before facet filters apply, so a facet count equals the result
/// of selecting it. The nearest entries within the filters are scored too.
///
/// With filters, the nearest before them are compared only if one of their candidates that filters
/// leave may be one of them, and is neither found nor scored already. For use by one thread.
final class SimilarEntries {
  /// So many candidates are compared at a time.
  private static final int SOME = 64;

  private final VectorColumn column;
  private final VectorColumn.Wanted wanted;
  private final SearchSettings.Nearness nearness;
  private final List<Map<Facet, FixedBitSet>> chosen;
  private final List<LeafReaderContext> leaves;

  /// Documents among which the nearest before filters are.
  private final int[] candidates;

  /// The nearest before filters; null until they are needed.
  private @Nullable List<VectorColumn.Near> all;

  /// Those that are scored.
  private final List<VectorColumn.Near> scored;

  private SimilarEntries(
      VectorColumn column,
      VectorColumn.Wanted wanted,
      SearchSettings.Nearness nearness,
      FixedBitSet @Nullable [] allowed,
      List<Map<Facet, FixedBitSet>> chosen,
      List<LeafReaderContext> leaves)
      throws IOException {
    this.column = column;
    this.wanted = wanted;
    this.nearness = nearness;
    this.chosen = chosen;
    this.leaves = leaves;
    if (chosen.stream().allMatch(Map::isEmpty)) {
      this.candidates = column.candidates(wanted, Collections.singletonList(allowed)).getFirst();
      this.scored = all();
    } else {
      FixedBitSet[] left = left(allowed, chosen);
      List<int[]> both = column.candidates(wanted, Arrays.asList(allowed, left));
      this.candidates = both.getFirst();
      this.scored = within(left, both.getLast());
    }
  }

  /// Null if the query or the settings request none.
  ///
  /// @param allowed by segment, the documents that may match; null for all
  /// @param chosen by segment, for each filtered facet, the documents with a selected value
  static @Nullable SimilarEntries of(
      SearchQuery query,
      VectorColumn column,
      SearchSettings.Nearness nearness,
      FixedBitSet @Nullable [] allowed,
      List<Map<Facet, FixedBitSet>> chosen,
      List<LeafReaderContext> leaves,
      Deadline deadline) {
    float[] direction = query.direction();
    if (direction == null || nearness.most() == 0) {
      return null;
    }
    VectorColumn.Wanted wanted =
        new VectorColumn.Wanted(direction, query.language(), nearness.most(), deadline::check);
    return OpenGeneration.read(
        () -> new SimilarEntries(column, wanted, nearness, allowed, chosen, leaves));
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

  private List<VectorColumn.Near> all() throws IOException {
    List<VectorColumn.Near> known = all;
    if (known == null) {
      known = column.first(wanted, column.compare(wanted, candidates));
      all = known;
    }
    return known;
  }

  /// The nearest within filters, and with them those before filters that filters leave.
  private List<VectorColumn.Near> within(FixedBitSet[] left, int[] docs) throws IOException {
    List<VectorColumn.Near> some = column.compare(wanted, docs);
    List<VectorColumn.Near> within = column.first(wanted, some);
    Set<Integer> others = new HashSet<>();
    IntStream.of(candidates).filter(doc -> isIn(left, doc)).forEach(others::add);
    within.forEach(each -> others.remove(each.doc()));
    double nearest =
        some.stream()
            .filter(each -> others.contains(each.doc()))
            .mapToDouble(VectorColumn.Near::cosine)
            .max()
            .orElse(-1);
    if (others.isEmpty() || !mayBeNearest(nearest)) {
      return within;
    }
    TreeMap<Integer, VectorColumn.Near> near = new TreeMap<>();
    all().forEach(each -> near.put(each.doc(), each));
    within.forEach(each -> near.put(each.doc(), each));
    return List.copyOf(near.values());
  }

  /// Whether fewer candidates than are wanted have a greater cosine.
  private boolean mayBeNearest(double cosine) throws IOException {
    int nearer = 0;
    for (int from = 0; from < candidates.length && nearer < wanted.most(); from += SOME) {
      int to = Math.min(candidates.length, from + SOME);
      for (VectorColumn.Near each :
          column.compare(wanted, Arrays.copyOfRange(candidates, from, to))) {
        nearer += each.cosine() > cosine ? 1 : 0;
      }
    }
    return nearer < wanted.most();
  }

  /// Scores each by its cosine, in [0, 1].
  Query query() {
    return new SimilarQuery(scored, nearness::value);
  }

  private boolean isIn(FixedBitSet[] docs, int doc) {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    return docs[leaf.ord].get(doc - leaf.docBase);
  }

  /// Whether entries found by meaning alone may be hits, or be counted for a facet, besides those
  /// that words find.
  boolean addsTo(FixedBitSet[] found) throws IOException {
    if (all != null) {
      return true;
    }
    int[] others =
        IntStream.of(candidates).filter(doc -> isCounted(doc) && !isIn(found, doc)).toArray();
    return column.compare(wanted, others).stream().anyMatch(this::isAlone);
  }

  /// Whether at most one facet filters the document out.
  private boolean isCounted(int doc) {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    int out = 0;
    for (FixedBitSet docs : chosen.get(leaf.ord).values()) {
      out += docs.get(doc - leaf.docBase) ? 0 : 1;
    }
    return out <= 1;
  }

  private boolean isAlone(VectorColumn.Near each) {
    return each.cosine() >= (each.isAcross() ? nearness.across() : nearness.alone());
  }

  /// Adds those that are near enough to be found by meaning alone.
  void addAlone(FixedBitSet[] found) throws IOException {
    for (VectorColumn.Near each : all()) {
      if (isAlone(each)) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(each.doc(), leaves));
        found[leaf.ord].set(each.doc() - leaf.docBase);
      }
    }
  }
}
