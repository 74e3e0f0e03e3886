package greenpair.index.read;

import module java.base;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// Scores of some documents, by several queries.
final class DocumentScores {
  private final CachingSearcher searcher;

  /// The documents in order, so that each segment is opened once, with their places in the list.
  private final long[] docs;

  DocumentScores(CachingSearcher searcher, List<Integer> docs) {
    this.searcher = searcher;
    this.docs = new long[docs.size()];
    for (int i = 0; i < this.docs.length; i++) {
      this.docs[i] = ((long) docs.get(i) << Integer.SIZE) | i;
    }
    Arrays.sort(this.docs);
  }

  /// The score that a query gives to each document, in the given order; 0 if it does not match.
  double[] of(Query query) throws IOException {
    return of(searcher.weight(query));
  }

  double[] of(Weight weight) throws IOException {
    double[] scores = new double[docs.length];
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer = next < docs.length && doc(next) < end ? weight.scorer(leaf) : null;
      for (; next < docs.length && doc(next) < end; next++) {
        if (scorer != null && isAt(scorer, doc(next) - leaf.docBase)) {
          scores[(int) docs[next]] = scorer.score();
        }
      }
    }
    return scores;
  }

  private int doc(int at) {
    return (int) (docs[at] >>> Integer.SIZE);
  }

  static boolean isAt(Scorer scorer, int doc) throws IOException {
    TwoPhaseIterator two = scorer.twoPhaseIterator();
    DocIdSetIterator at = two == null ? scorer.iterator() : two.approximation();
    boolean isAt = at.docID() == doc || (at.docID() < doc && at.advance(doc) == doc);
    return isAt && (two == null || two.matches());
  }
}
