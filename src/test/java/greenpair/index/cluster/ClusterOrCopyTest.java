package greenpair.index.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.TooLongException;
import greenpair.index.read.CandidateSource;
import greenpair.index.read.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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
  void clusterThatAnswers_isAsked_onceTheCheckHasOpenedIt() {
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals(0, opened, "no request waits for opening");
    source.look();
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
    source.look();
    assertEquals(1, opened);
    assertEquals("", source.fault());
  }

  @Test
  void failure_isAnsweredFromTheCopy_andTheClusterIsLeftAloneForAWhile() {
    source.look();
    cluster.failure = new SharedException(Condition.UNREACHABLE, "no node", null);
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals(1, cluster.asked);
    assertEquals("candidates come from the copy in the data folder: no node", source.fault());
    cluster.failure = null;
    lookTenTimes();
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
    assertEquals("", source.fault());
  }

  @Test
  void afterAFailure_oneRequestTriesAgain_andNobodyWaitsWithIt() {
    source.look();
    cluster.failure = new SharedException(Condition.UNREACHABLE, "no node", null);
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    lookTenTimes();
    cluster.meanwhile = () -> assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals(2, cluster.asked);
  }

  @Test
  void clusterThatCannotBeOpened_isOpenedLater() {
    isOpenable = false;
    source.look();
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals("candidates come from the copy in the data folder: no node", source.fault());
    isOpenable = true;
    lookTenTimes();
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
    assertEquals("", source.fault());
    assertEquals(2, opened);
  }

  @Test
  void slowCluster_usesHalfOfTheTime_andTheCopyTheRest() {
    AtomicLong clock = new AtomicLong();
    Deadline deadline = Deadline.in(Duration.ofSeconds(4), clock::get);
    source.look();
    cluster.meanwhile = () -> clock.set(Duration.ofSeconds(3).toNanos());
    assertEquals(2, source.matching(QUERY, deadline));
    assertTrue(source.fault().contains("slow"), source::fault);
    assertEquals(2, source.matching(QUERY, deadline));
    assertEquals(1, cluster.asked);
  }

  @Test
  void requestThatIsTooLateAlready_isNotAFailureOfTheCluster() {
    AtomicLong clock = new AtomicLong();
    Deadline deadline = Deadline.in(Duration.ofSeconds(4), clock::get);
    clock.set(Duration.ofSeconds(5).toNanos());
    source.look();
    assertThrows(TooLongException.class, () -> source.matching(QUERY, deadline));
    assertEquals("", source.fault());
  }

  @Test
  void surprise_isAFailureToo() {
    source.look();
    cluster.failure = new IllegalArgumentException("bad Base64");
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertTrue(source.fault().contains("bad Base64"), source::fault);
  }

  @Test
  void questionThatTheClusterRefuses_isNotAFailureForOthers() {
    source.look();
    cluster.failure = new UnansweredException("too many words");
    assertEquals(2, source.matching(QUERY, Deadline.NONE));
    assertEquals("", source.fault());
    cluster.failure = null;
    assertEquals(1, source.matching(QUERY, Deadline.NONE));
  }

  private void lookTenTimes() {
    for (int i = 0; i < 10; i++) {
      source.look();
    }
  }

  private static final class Counting implements CandidateSource {
    private final long answer;
    private int asked;
    private Runnable meanwhile = () -> {};
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
      meanwhile.run();
      deadline.check();
      if (failure != null) {
        throw failure;
      }
      return answer;
    }
  }
}
