package greenpair.index.cluster;

import greenpair.index.SharedException;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.TooLongException;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the cluster; while it does not answer, the copy in the data folder, which gives the same
/// candidates. After a failure, the cluster is left alone for a while, so that requests do not wait
/// for it one after another. Thread-safe.
final class ClusterOrCopy implements CandidateSource {
  private static final Logger log = LoggerFactory.getLogger(ClusterOrCopy.class);

  /// Number of periodic checks before the cluster is asked again.
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
    return ask((source, within) -> source.candidates(queries, within), deadline);
  }

  @Override
  public long matching(CandidateQuery query, Deadline deadline) {
    return ask((source, within) -> source.matching(query, within), deadline);
  }

  @Override
  public Ahead ahead(List<CandidateQuery> queries, Deadline deadline) {
    return ask((source, within) -> source.ahead(queries, within), deadline);
  }

  /// Leaves the copy half of the time that is left.
  private <T> T ask(BiFunction<CandidateSource, Deadline, T> question, Deadline deadline) {
    deadline.check();
    CandidateSource opened = cluster;
    if (opened != null && isTurn()) {
      try {
        T answer = question.apply(opened, deadline.half());
        fault = "";
        return answer;
      } catch (UnansweredException e) {
        log.warn("the copy answers what the cluster does not: {}", e.getMessage());
      } catch (RuntimeException e) {
        fail(e);
      }
    }
    return question.apply(copy, deadline);
  }

  /// Whether to ask now: after a failure, one request does when it is time.
  private boolean isTurn() {
    int n = looks.get();
    return fault.isEmpty() || (n >= LOOKS_UNTIL_RETRY && looks.compareAndSet(n, 0));
  }

  private void fail(RuntimeException e) {
    boolean isSlow = e instanceof TooLongException;
    String why = isSlow ? "the cluster is slow" : String.valueOf(e.getMessage());
    String reason = "candidates come from the copy in the data folder: " + why;
    if (fault.isEmpty()) {
      Throwable bug = isSlow || e instanceof SharedException ? null : e;
      log.atWarn().setCause(bug).log(reason);
    }
    looks.set(0);
    fault = reason;
  }

  /// Why the cluster is not asked now; empty if it is.
  String fault() {
    return fault;
  }

  /// Called with each periodic check of the cluster. Opens it, so that no request waits for that.
  void look() {
    looks.incrementAndGet();
    if (cluster == null && isTurn()) {
      try {
        cluster = connect.get();
        fault = "";
      } catch (RuntimeException e) {
        fail(e);
      }
    }
  }
}
