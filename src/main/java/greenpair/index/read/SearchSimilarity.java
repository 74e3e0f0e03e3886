package greenpair.index.read;

import greenpair.index.contract.IndexFields;
import greenpair.index.document.ConceptFields;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/// The weight of a term in a document, in [0, 1].
///
/// For words, this is BM25 without rarity: tf / (tf + k1 (1 - b + b dl/avgdl)). Rarity is applied
/// from outside, divided by its sum over the query, so that scores of different queries and kinds
/// can be compared and added. Robertson and Zaragoza, Foundations and Trends in IR 3(4), 2009; k1 =
/// 1.2, b = 0.75. For concepts, it is the share that was written, see [ConceptFields].
public final class SearchSimilarity extends PerFieldSimilarityWrapper {
  /// k1 (1 - b + b/2).
  private static final double HALF = 1.2 * (0.25 + 0.75 / 2);

  /// Value of a word with this frequency in a text of half the average length.
  public static double held(int times) {
    return times / (times + HALF);
  }

  private final Similarity words = new Saturation();
  private final Similarity concepts = new Share();

  @Override
  public Similarity get(String field) {
    return field.equals(IndexFields.CONCEPT) ? concepts : words;
  }

  private static final class Saturation extends BM25Similarity {
    @Override
    protected float idf(long docFreq, long docCount) {
      return 1;
    }
  }

  private static final class Share extends Similarity {
    @Override
    public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... terms) {
      float one = boost / ConceptFields.WHOLE;
      return new SimScorer() {
        @Override
        public float score(float frequency, long norm) {
          return one * Math.min(frequency, ConceptFields.WHOLE);
        }
      };
    }
  }
}
