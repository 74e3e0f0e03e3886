package greenpair.index.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.query.Candidate;
import greenpair.index.query.CandidateQuery;
import greenpair.index.query.TooLongException;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A cluster that does not answer costs one request, and no answer.
class ClusterOrCopyTest {
  private static final CandidateQuery QUERY =
      new CandidateQuery(Kind.FIRM, Map.of(), "bus", null, 10);

  private final Counting cluster = new Counting(1);
  private final Counting copy = new Counting(2);
  private int opened;
  private boolean isOpenable = true;
  private final ClusterOrCopy source = new ClusterOrCopy(this::open, copy);

  private CandidateSource open() {
    opened++;
    if (!isOpenable) {
      throw new SharedException(Condition.UNREACHABLE, "no node", null);
    }
    return cluster;
  }

  @Test
  void clusterThatAnswers_isAsked() {
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
    assertEquals(1, opened);
    assertEquals("", source.fault());
  }

  @Test
  void failure_isAnsweredFromTheCopy_andTheClusterIsLeftAloneForAWhile() {
    cluster.failure = new SharedException(Condition.UNREACHABLE, "no node", null);
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals(1, cluster.asked);
    assertEquals("candidates come from the copy in the data folder: no node", source.fault());
    cluster.failure = null;
    for (int i = 0; i < 10; i++) {
      source.look();
    }
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
    assertEquals("", source.fault());
  }

  @Test
  void clusterThatCannotBeOpened_isOpenedLater() {
    isOpenable = false;
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    isOpenable = true;
    for (int i = 0; i < 10; i++) {
      source.look();
    }
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
    assertEquals(2, opened);
  }

  @Test
  void deadline_isNotAFailureOfTheCluster() {
    cluster.failure = new TooLongException(Duration.ofSeconds(1));
    assertThrows(TooLongException.class, () -> source.matching(QUERY, Deadline.NONE));
    assertEquals("", source.fault());
  }

  private static final class Counting implements CandidateSource {
    private final long answer;
    private int asked;
    private @Nullable RuntimeException failure;

    private Counting(long answer) {
      this.answer = answer;
    }

    @Override
    public List<List<Candidate>> candidates(List<CandidateQuery> queries, Deadline deadline) {
      return List.of();
    }

    @Override
    public long matching(CandidateQuery query, Deadline deadline) {
      asked++;
      if (failure != null) {
        throw failure;
      }
      return answer;
    }

    @Override
    public Optional<Candidate> candidate(CandidateQuery query, EntryId id, Deadline deadline) {
      return Optional.empty();
    }
  }
}
