package greenpair.index.read;

import org.apache.lucene.search.similarities.BM25Similarity;

/// BM25 without rarity: how much a term is in a document, tf / (tf + k1 (1 - b + b dl/avgdl)), in
/// [0, 1). Rarity is put on from outside, divided by its sum over the query, so that scores of
/// different queries and kinds can be compared and added. Robertson and Zaragoza, Foundations and
/// Trends in IR 3(4), 2009; k1 = 1.2, b = 0.75.
final class Saturation extends BM25Similarity {
  @Override
  protected float idf(long docFreq, long docCount) {
    return 1;
  }
}
