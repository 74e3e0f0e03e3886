package greenpair.index.vector;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// A query that matches precomputed documents with precomputed scores.
public final class SimilarQuery extends Query {
  private final int[] docs;
  private final float[] scores;

  /// @param near in order of documents
  /// @param value the score of a cosine, in [0, 1]
  public SimilarQuery(List<VectorColumn.Near> near, DoubleUnaryOperator value) {
    this.docs = new int[near.size()];
    this.scores = new float[near.size()];
    for (int i = 0; i < docs.length; i++) {
      docs[i] = near.get(i).doc();
      scores[i] = (float) value.applyAsDouble(near.get(i).cosine());
    }
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new Weight(this) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        int from = place(leaf.docBase);
        int to = place(leaf.docBase + leaf.reader().maxDoc());
        return from == to ? null : supplier(new Few(from, to, leaf.docBase, boost));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }

      @Override
      public org.apache.lucene.search.Explanation explain(LeafReaderContext leaf, int doc) {
        throw new UnsupportedOperationException("parts of a score are asked for one by one");
      }
    };
  }

  private int place(int doc) {
    int place = Arrays.binarySearch(docs, doc);
    return place < 0 ? -place - 1 : place;
  }

  private static ScorerSupplier supplier(Few few) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) {
        return few;
      }

      @Override
      public long cost() {
        return few.cost();
      }
    };
  }

  private final class Few extends Scorer {
    private final int from;
    private final int to;
    private final int base;
    private final float boost;
    private int at;

    Few(int from, int to, int base, float boost) {
      this.from = from;
      this.to = to;
      this.base = base;
      this.boost = boost;
      this.at = from - 1;
    }

    int cost() {
      return to - from;
    }

    @Override
    public int docID() {
      return at < from ? -1 : at < to ? docs[at] - base : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public float score() {
      return boost * scores[at];
    }

    @Override
    public float getMaxScore(int upTo) {
      float most = 0;
      for (int i = Math.max(from, at); i < to && docs[i] - base <= upTo; i++) {
        most = Math.max(most, scores[i]);
      }
      return boost * most;
    }

    @Override
    public DocIdSetIterator iterator() {
      return new DocIdSetIterator() {
        @Override
        public int docID() {
          return Few.this.docID();
        }

        @Override
        public int nextDoc() {
          at++;
          return docID();
        }

        @Override
        public int advance(int target) {
          do {
            at++;
          } while (at < to && docs[at] - base < target);
          return docID();
        }

        @Override
        public long cost() {
          return Few.this.cost();
        }
      };
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "similar";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
