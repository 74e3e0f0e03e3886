package greenpair.index.read;

import greenpair.index.score.TermSum;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// The score of a query as a weighted sum of parts: as clauses for Lucene, and by part for the
/// documents of a page.
record ScoreSum(LiveSearcher searcher, Map<SearchSettings.Part, SearchParts.Addend> parts) {
  /// The weight of a part; 0 if the query does not have it.
  double weight(SearchSettings.Part part) {
    SearchParts.Addend addend = parts.get(part);
    return addend == null ? 0 : addend.weight();
  }

  Map<SearchSettings.Part, Double> shares() {
    Map<SearchSettings.Part, Double> shares = new EnumMap<>(SearchSettings.Part.class);
    parts.forEach((part, addend) -> shares.put(part, addend.weight()));
    return shares;
  }

  /// The parts that find and score entries; a place only raises scores of matches.
  TermSum addends() {
    TermSum addends = new TermSum();
    parts.forEach(
        (part, addend) -> {
          if (!part.isCondition() && part != SearchSettings.Part.SIMILAR) {
            addends.add(addend.query(), (float) addend.weight());
          }
        });
    return addends;
  }

  Map<Query, Float> clauses(boolean isSimilar) {
    Map<Query, Float> clauses = addends().clauses();
    parts.forEach(
        (part, addend) -> {
          if (part.isCondition() || (isSimilar && part == SearchSettings.Part.SIMILAR)) {
            clauses.put(addend.query(), (float) addend.weight());
          }
        });
    return clauses;
  }

  Query words() {
    return any(addends().clauses()).build();
  }

  /// The parts that only raise scores of matches.
  List<Query> conditions() {
    List<Query> conditions = new ArrayList<>();
    parts.forEach(
        (part, addend) -> {
          if (part.isCondition()) {
            conditions.add(new BoostQuery(addend.query(), (float) addend.weight()));
          }
        });
    return conditions;
  }

  /// The whole sum; it may match more than the hits.
  Query query(boolean isSimilar) {
    return any(clauses(isSimilar)).build();
  }

  private static BooleanQuery.Builder any(Map<Query, Float> clauses) {
    BooleanQuery.Builder sum = new BooleanQuery.Builder();
    clauses.forEach(
        (query, weight) -> sum.add(new BoostQuery(query, weight), BooleanClause.Occur.SHOULD));
    return sum;
  }

  /// The values of the parts for matching documents, in the given order.
  List<Map<SearchSettings.Part, Double>> values(List<Integer> docs) {
    List<Map<SearchSettings.Part, Double>> values = new ArrayList<>();
    docs.forEach(doc -> values.add(new EnumMap<>(SearchSettings.Part.class)));
    for (Map.Entry<SearchSettings.Part, SearchParts.Addend> part : parts.entrySet()) {
      double[] scores = OpenGeneration.read(() -> scores(part.getValue().query(), docs));
      for (int i = 0; i < scores.length; i++) {
        values.get(i).put(part.getKey(), Math.min(1.0, scores[i]));
      }
    }
    return values;
  }

  /// By segment and in document order, so that each segment is opened once.
  private double[] scores(Query part, List<Integer> docs) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(part), ScoreMode.COMPLETE, 1);
    int[] order =
        IntStream.range(0, docs.size())
            .boxed()
            .sorted(Comparator.comparing(docs::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] scores = new double[order.length];
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer =
          next < order.length && docs.get(order[next]) < end ? weight.scorer(leaf) : null;
      for (; next < order.length && docs.get(order[next]) < end; next++) {
        if (scorer != null && isAt(scorer, docs.get(order[next]) - leaf.docBase)) {
          scores[order[next]] = scorer.score();
        }
      }
    }
    return scores;
  }

  private static boolean isAt(Scorer scorer, int doc) throws IOException {
    TwoPhaseIterator two = scorer.twoPhaseIterator();
    DocIdSetIterator at = two == null ? scorer.iterator() : two.approximation();
    boolean isAt = at.docID() == doc || (at.docID() < doc && at.advance(doc) == doc);
    return isAt && (two == null || two.matches());
  }
}
