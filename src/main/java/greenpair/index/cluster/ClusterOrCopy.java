package greenpair.index.cluster;

import greenpair.catalog.EntryId;
import greenpair.index.SharedException;
import greenpair.index.query.Candidate;
import greenpair.index.query.CandidateQuery;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the cluster; while it does not answer, the copy in the data folder, which gives the same
/// candidates. After a failure, the cluster is left alone for a while, so that requests do not wait
/// for it one after another. Thread-safe.
final class ClusterOrCopy implements CandidateSource {
  private static final Logger log = LoggerFactory.getLogger(ClusterOrCopy.class);

  /// Number of the checks, one a second, before the cluster is asked again.
  private static final int LOOKS_UNTIL_RETRY = 10;

  private final Supplier<CandidateSource> connect;
  private final CandidateSource copy;
  private volatile @Nullable CandidateSource cluster;
  private volatile String fault = "";
  private final AtomicInteger looks = new AtomicInteger();

  /// @param connect opens the generation in the cluster; repeated while it fails
  ClusterOrCopy(Supplier<CandidateSource> connect, CandidateSource copy) {
    this.connect = connect;
    this.copy = copy;
  }

  @Override
  public List<List<Candidate>> candidates(List<CandidateQuery> queries, Deadline deadline) {
    return ask(source -> source.candidates(queries, deadline));
  }

  @Override
  public long matching(CandidateQuery query, Deadline deadline) {
    return ask(source -> source.matching(query, deadline));
  }

  @Override
  public Optional<Candidate> candidate(CandidateQuery query, EntryId id, Deadline deadline) {
    return ask(source -> source.candidate(query, id, deadline));
  }

  private <T> T ask(Function<CandidateSource, T> question) {
    if (fault.isEmpty() || looks.get() >= LOOKS_UNTIL_RETRY) {
      try {
        T answer = question.apply(cluster());
        fault = "";
        return answer;
      } catch (SharedException e) {
        String reason = "candidates come from the copy in the data folder: " + e.getMessage();
        if (fault.isEmpty()) {
          log.warn("{}", reason);
        }
        fault = reason;
        looks.set(0);
      }
    }
    return question.apply(copy);
  }

  /// Why the cluster is not asked now; empty if it is.
  String fault() {
    return fault;
  }

  /// Called with each periodic check of the cluster.
  void look() {
    looks.incrementAndGet();
  }

  private synchronized CandidateSource cluster() {
    CandidateSource known = cluster;
    if (known == null) {
      known = connect.get();
      cluster = known;
    }
    return known;
  }
}
