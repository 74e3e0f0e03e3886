package greenpair.index.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.index.document.FieldTotals;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// A searcher whose statistics count live documents only, so that an index with replaced documents
/// gives exactly the scores of one built from scratch. Without replaced documents, it equals
/// Lucene's own.
public final class LiveSearcher extends IndexSearcher {
  private static final int KEPT = 10_000;

  private static final int NO_MORE = DocIdSetIterator.NO_MORE_DOCS;

  private final DirectoryReader reader;
  private final FieldTotals totals;

  /// By segment: the deleted documents, ascending.
  private final int[][] gone;

  private final Cache<Term, Integer> frequencies;

  /// Cache of term states: an index does not change, and a search needs each of its terms several
  /// times.
  private final Cache<Term, TermStates> states;

  /// Cache of the lowest frequency of a term in a document.
  private final Cache<Term, Integer> lowest;

  LiveSearcher(DirectoryReader reader) throws IOException {
    super(reader);
    this.reader = reader;
    this.totals = FieldTotals.of(reader);
    this.gone = new int[reader.leaves().size()][];
    for (LeafReaderContext leaf : reader.leaves()) {
      gone[leaf.ord] = gone(leaf);
    }
    this.frequencies = Caffeine.newBuilder().maximumSize(KEPT).build();
    this.states = Caffeine.newBuilder().maximumSize(KEPT).build();
    this.lowest = Caffeine.newBuilder().maximumSize(KEPT).build();
    setQueryCache(null);
  }

  private LiveSearcher(LiveSearcher usual, QueryTimeout timeout) {
    super(usual.reader);
    this.reader = usual.reader;
    this.totals = usual.totals;
    this.gone = usual.gone;
    this.frequencies = usual.frequencies;
    this.states = usual.states;
    this.lowest = usual.lowest;
    setQueryCache(null);
    setSimilarity(usual.getSimilarity());
    setTimeout(timeout);
  }

  /// For one search with a deadline, because Lucene keeps the timeout in the searcher. It shares
  /// all statistics with this one, so scores are the same and creating it is cheap.
  public LiveSearcher within(QueryTimeout timeout) {
    return new LiveSearcher(this, timeout);
  }

  private static int[] gone(LeafReaderContext leaf) {
    int[] gone = new int[leaf.reader().numDeletedDocs()];
    Bits live = leaf.reader().getLiveDocs();
    int count = 0;
    for (int doc = 0; live != null && count < gone.length; doc++) {
      if (!live.get(doc)) {
        gone[count++] = doc;
      }
    }
    return gone;
  }

  /// Postings of a term, looked up once for all searches.
  TermStates states(Term term) throws IOException {
    TermStates known = states.getIfPresent(term);
    if (known == null) {
      known = TermStates.build(this, term, true);
      states.put(term, known);
    }
    return known;
  }

  @Nullable PostingsEnum postings(Term term, LeafReaderContext leaf, int flags) throws IOException {
    IOSupplier<TermState> found = states(term).get(leaf);
    TermState state = found == null ? null : found.get();
    Terms terms = state == null ? null : leaf.reader().terms(term.field());
    if (terms == null || state == null) {
      return null;
    }
    TermsEnum at = terms.iterator();
    at.seekExact(term.bytes(), state);
    return at.postings(null, flags);
  }

  /// The lowest frequency of a term in a document that has it. Its postings are read once for all
  /// searches.
  int lowest(Term term) throws IOException {
    Integer known = lowest.getIfPresent(term);
    if (known != null) {
      return known;
    }
    int least = Integer.MAX_VALUE;
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = postings(term, leaf, PostingsEnum.FREQS);
      while (postings != null && postings.nextDoc() != NO_MORE) {
        least = Math.min(least, postings.freq());
      }
    }
    lowest.put(term, least);
    return least;
  }

  /// Gives every document its score.
  Weight weight(Query query) throws IOException {
    return createWeight(rewrite(query), ScoreMode.COMPLETE, 1);
  }

  TermQuery query(Term term) {
    return OpenGeneration.read(() -> new TermQuery(term, states(term)));
  }

  int frequency(TermStates states, Term term) throws IOException {
    return reader.hasDeletions() && states.docFreq() > 0 ? frequency(term) : states.docFreq();
  }

  int frequency(Term term) throws IOException {
    if (!reader.hasDeletions()) {
      return reader.docFreq(term);
    }
    Integer known = frequencies.getIfPresent(term);
    if (known != null) {
      return known;
    }
    int sum = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int all = leaf.reader().docFreq(term);
      sum += all == 0 || gone[leaf.ord].length == 0 ? all : live(leaf, term, all);
    }
    frequencies.put(term, sum);
    return sum;
  }

  /// Iterates over the postings or the deleted documents, whichever are fewer.
  private int live(LeafReaderContext leaf, Term term, int all) throws IOException {
    PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
    Bits live = leaf.reader().getLiveDocs();
    if (postings == null || live == null) {
      return all;
    }
    int missing = 0;
    if (all <= gone[leaf.ord].length) {
      for (int doc = postings.nextDoc(); doc != NO_MORE; doc = postings.nextDoc()) {
        missing += live.get(doc) ? 0 : 1;
      }
      return all - missing;
    }
    int at = -1;
    for (int doc : gone[leaf.ord]) {
      at = at < doc ? postings.advance(doc) : at;
      missing += at == doc ? 1 : 0;
    }
    return all - missing;
  }

  long documents(String field) {
    return totals.of(field).docs();
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    FieldTotals.Total total = totals.of(field);
    if (!reader.hasDeletions() || !totals.has(field) || total.docs() == 0) {
      return super.collectionStatistics(field);
    }
    // The last statistic, the number of distinct words, is not used by any score.
    return new CollectionStatistics(
        field, reader.numDocs(), total.docs(), total.words(), total.docs());
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    int live = reader.hasDeletions() ? Math.max(1, frequency(term)) : docFreq;
    return new TermStatistics(term.bytes(), live, totalTermFreq);
  }
}
