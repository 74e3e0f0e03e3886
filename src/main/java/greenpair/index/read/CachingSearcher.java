package greenpair.index.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/// A searcher that keeps what it looked up of terms: an index does not change, and a search needs
/// each of its terms several times.
public final class CachingSearcher extends IndexSearcher {
  private static final int KEPT = 10_000;

  private final DirectoryReader reader;

  /// Cache of term states.
  private final Cache<Term, TermStates> states;

  CachingSearcher(DirectoryReader reader) {
    super(reader);
    this.reader = reader;
    this.states = Caffeine.newBuilder().maximumSize(KEPT).build();
    setQueryCache(null);
  }

  private CachingSearcher(CachingSearcher usual, QueryTimeout timeout) {
    super(usual.reader);
    this.reader = usual.reader;
    this.states = usual.states;
    setQueryCache(null);
    setSimilarity(usual.getSimilarity());
    setTimeout(timeout);
  }

  /// For one search with a deadline, because Lucene keeps the timeout in the searcher. It shares
  /// all statistics with this one, so scores are the same and creating it is cheap.
  public CachingSearcher within(QueryTimeout timeout) {
    return new CachingSearcher(this, timeout);
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

  /// Gives every document its score.
  Weight weight(Query query) throws IOException {
    return createWeight(rewrite(query), ScoreMode.COMPLETE, 1);
  }

  TermQuery query(Term term) {
    return OpenGeneration.read(() -> new TermQuery(term, states(term)));
  }

  int frequency(Term term) throws IOException {
    return reader.docFreq(term);
  }

  /// How many documents have a field.
  int documents(String field) throws IOException {
    return reader.getDocCount(field);
  }
}
