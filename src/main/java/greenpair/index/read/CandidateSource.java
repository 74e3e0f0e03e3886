package greenpair.index.read;

import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import java.util.List;
import java.util.Map;

/// Where the candidates of recommendations come from, with the data that ranking needs: the index
/// of the data folder, or a cluster. Both find the same entries with the same scores. Thread-safe.
public interface CandidateSource {
  /// For each query, at most `depth` entries with the highest scores by technologies, words and
  /// city, in the order of the catalog. Of entries with equal scores, the earlier in the catalog
  /// counts first.
  List<List<Candidate>> candidates(List<CandidateQuery> queries, Deadline deadline);

  /// The number of entries of which [#candidates] gives the strongest.
  long matching(CandidateQuery query, Deadline deadline);

  /// The answers to questions that will follow, if asking for all of them at once is cheaper.
  default Ahead ahead(List<CandidateQuery> queries, Deadline deadline) {
    return Ahead.NONE;
  }

  /// Answers to some questions.
  record Ahead(
      Map<CandidateQuery, List<Candidate>> candidates, Map<CandidateQuery, Long> matching) {
    static final Ahead NONE = new Ahead(Map.of(), Map.of());
  }
}
