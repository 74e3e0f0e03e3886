package greenpair.index.read;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
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

/// Matches the documents of a set.
final class DocSetQuery extends Query {
  private final DocSet docs;

  DocSetQuery(DocSet docs) {
    this.docs = docs;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        FixedBitSet bits = docs.bits()[leaf.ord];
        return ConstantScoreScorerSupplier.fromIterator(
            new BitSetIterator(bits, bits.cardinality()), score(), mode, bits.length());
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
    return "documents of a set";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocSetQuery query && docs.equals(query.docs);
  }

  @Override
  public int hashCode() {
    return docs.hashCode();
  }
}
