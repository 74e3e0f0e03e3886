package greenpair.index.read;

import org.apache.lucene.search.TopScoreDocCollectorManager;

/// The Lucene query of a search, run bare: every match is scored and counted and the best places
/// are kept, with Lucene's own collector. No text is read, no facet counted, no record opened.
public final class BareQuery {
  private BareQuery() {}

  /// Runs the query as Lucene alone would.
  ///
  /// @return how many documents match
  public static long run(KindQuery query, int places) {
    var collector = new TopScoreDocCollectorManager(places, null, Integer.MAX_VALUE);
    return OpenGeneration.read(
        () -> query.searcher.search(query.ranking.sum(), collector).totalHits.value());
  }
}
