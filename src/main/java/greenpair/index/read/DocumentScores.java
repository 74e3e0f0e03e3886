package greenpair.index.read;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// Scores of some documents.
record DocumentScores(CachingSearcher searcher, List<Integer> docs) {
  /// The score that a query gives to each document, in the given order; 0 if it does not match.
  double[] of(Query query) throws IOException {
    return of(searcher.weight(query));
  }

  /// By segment and in document order, so that each segment is opened once.
  double[] of(Weight weight) throws IOException {
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

  static boolean isAt(Scorer scorer, int doc) throws IOException {
    TwoPhaseIterator two = scorer.twoPhaseIterator();
    DocIdSetIterator at = two == null ? scorer.iterator() : two.approximation();
    boolean isAt = at.docID() == doc || (at.docID() < doc && at.advance(doc) == doc);
    return isAt && (two == null || two.matches());
  }
}
