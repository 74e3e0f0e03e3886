package greenpair.index.read;

import module java.base;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// A set of documents, with bits for each segment. For use by one thread.
@SuppressWarnings("ArrayRecordComponent") // Used within one search, never compared.
record DocSet(List<LeafReaderContext> leaves, FixedBitSet[] bits) {
  static DocSet none(CachingSearcher searcher) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    FixedBitSet[] bits = new FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      bits[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
    }
    return new DocSet(leaves, bits);
  }

  /// All documents.
  static DocSet all(CachingSearcher searcher) {
    DocSet all = none(searcher);
    for (FixedBitSet each : all.bits) {
      each.set(0, each.length());
    }
    return all;
  }

  /// The documents of both sets, each null for all.
  static @Nullable DocSet both(@Nullable DocSet some, @Nullable DocSet others) {
    if (some == null || others == null) {
      return some == null ? others : some;
    }
    DocSet both = some.copy();
    both.and(others);
    return both;
  }

  DocSet copy() {
    FixedBitSet[] copy = new FixedBitSet[bits.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = bits[i].clone();
    }
    return new DocSet(leaves, copy);
  }

  /// Adds all documents that a query matches, without scores.
  void add(Query query, CachingSearcher searcher) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : leaves) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        bits[leaf.ord].or(scorer.iterator());
      }
    }
  }

  void add(int doc) {
    LeafReaderContext leaf = leaf(doc);
    bits[leaf.ord].set(doc - leaf.docBase);
  }

  void remove(Collection<Integer> docs) {
    for (int doc : docs) {
      LeafReaderContext leaf = leaf(doc);
      bits[leaf.ord].clear(doc - leaf.docBase);
    }
  }

  boolean has(int doc) {
    LeafReaderContext leaf = leaf(doc);
    return bits[leaf.ord].get(doc - leaf.docBase);
  }

  private LeafReaderContext leaf(int doc) {
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  void and(DocSet other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i].and(other.bits[i]);
    }
  }

  void or(DocSet other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i].or(other.bits[i]);
    }
  }

  void andNot(DocSet other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i].andNot(other.bits[i]);
    }
  }

  long size() {
    long size = 0;
    for (FixedBitSet each : bits) {
      size += each.cardinality();
    }
    return size;
  }

  /// Collects the documents in their own order, each with the whole score.
  void collect(Collector collector, Deadline deadline) throws IOException {
    for (LeafReaderContext leaf : leaves) {
      deadline.check();
      LeafCollector each = collector.getLeafCollector(leaf);
      each.setScorer(
          new Scorable() {
            @Override
            public float score() {
              return 1;
            }
          });
      FixedBitSet set = bits[leaf.ord];
      for (int doc = next(set, 0); doc < set.length(); doc = next(set, doc + 1)) {
        each.collect(doc);
      }
      each.finish();
    }
  }

  /// The documents in ascending order.
  List<Integer> docs() {
    List<Integer> docs = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      FixedBitSet set = bits[leaf.ord];
      for (int doc = next(set, 0); doc < set.length(); doc = next(set, doc + 1)) {
        docs.add(leaf.docBase + doc);
      }
    }
    return docs;
  }

  /// The next document of a set; its length if there is none.
  static int next(FixedBitSet set, int from) {
    return from < set.length() ? Math.min(set.length(), set.nextSetBit(from)) : set.length();
  }
}
