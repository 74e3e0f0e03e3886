package greenpair.index.read;

import greenpair.index.contract.SearchQuery;
import greenpair.index.document.SearchFields;
import greenpair.index.score.SearchSimilarity;
import greenpair.index.score.TermSum;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The matches of a query before facet filters, by segment: by words and concepts, and by meaning.
/// No document is scored for this.
final class MatchSet {
  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final SearchQuery query;
  private final FixedBitSet @Nullable [] allowed;
  private final @Nullable SimilarEntries similar;

  /// @param similar null if meanings are not compared
  MatchSet(
      LiveSearcher searcher,
      Deadline deadline,
      SearchQuery query,
      FixedBitSet @Nullable [] allowed,
      @Nullable SimilarEntries similar) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.query = query;
    this.allowed = allowed;
    this.similar = similar;
  }

  /// By segment, the documents that may match: proven in the city of the selection, without an
  /// excluded technology; null for all.
  static FixedBitSet @Nullable [] allowed(SearchQuery query, LiveSearcher searcher) {
    Optional<Query> proven = proven(query);
    List<Query> excluded = excluded(query);
    return proven.isEmpty() && excluded.isEmpty()
        ? null
        : OpenGeneration.read(() -> allowed(proven, excluded, searcher));
  }

  private static FixedBitSet[] allowed(
      Optional<Query> proven, List<Query> excluded, LiveSearcher searcher) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    FixedBitSet[] allowed = new FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      FixedBitSet docs = new FixedBitSet(leaf.reader().maxDoc());
      if (proven.isPresent()) {
        Matches.take(proven.get(), leaf, searcher, docs);
      } else {
        docs.set(0, docs.length());
      }
      FixedBitSet others = new FixedBitSet(docs.length());
      for (Query each : excluded) {
        Matches.take(each, leaf, searcher, others);
      }
      docs.andNot(others);
      allowed[leaf.ord] = docs;
    }
    return allowed;
  }

  static List<Query> excluded(SearchQuery query) {
    return query.excluded().stream()
        .<Query>map(code -> new TermQuery(new Term(SearchFields.MAIN, code.value())))
        .toList();
  }

  /// Matches what is proven in the city of the selection, if it has one.
  static Optional<Query> proven(SearchQuery query) {
    return Optional.ofNullable(query.selection().provenIn())
        .map(city -> new TermQuery(new Term(SearchFields.PROVEN, city.value())));
  }

  /// The matches by words and concepts; all entries for an open query.
  ///
  /// @param minimum score that must be reached
  FixedBitSet[] found(TermSum addends, double minimum, int title) throws IOException {
    // A text that repeats a word can score up to this factor more than one that contains it once.
    double once = query.isByWords() ? minimum * SearchSimilarity.held(1) : minimum;
    int least = SearchParts.least(query);
    FixedBitSet[] found = new Matches(searcher, deadline, addends, once, least, title).all();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FixedBitSet docs = found[leaf.ord];
      if (query.isOpen()) {
        docs.set(0, docs.length());
        Bits live = leaf.reader().getLiveDocs();
        if (live != null) {
          live.applyMask(docs, 0);
        }
      }
      if (allowed != null) {
        docs.and(allowed[leaf.ord]);
      }
    }
    return found;
  }

  FixedBitSet[] near() throws IOException {
    FixedBitSet[] near = new FixedBitSet[searcher.getIndexReader().leaves().size()];
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      near[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
    }
    if (similar != null) {
      similar.addAlone(near);
    }
    return near;
  }

  FixedBitSet[] withNear(FixedBitSet[] found) throws IOException {
    if (similar == null || !similar.addsTo(found)) {
      return found;
    }
    FixedBitSet[] all = near();
    for (int i = 0; i < all.length; i++) {
      all[i].or(found[i]);
    }
    return all;
  }
}
