package greenpair.index.score;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// A query that matches precomputed documents of each segment.
public final class FoundQuery extends Query {
  private final FixedBitSet[] docs;

  public FoundQuery(FixedBitSet[] docs) {
    this.docs = docs.clone();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        int size = docs[leaf.ord].cardinality();
        return size == 0
            ? null
            : new DefaultScorerSupplier(
                new ConstantScoreScorer(score(), mode, new BitSetIterator(docs[leaf.ord], size)));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "found";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoundQuery query && Arrays.equals(docs, query.docs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(docs);
  }
}
