package greenpair.bench;

import greenpair.catalog.Kind;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.job.ThreadPriority;
import greenpair.match.RecommendationRequest;
import greenpair.registry.source.convert.Tolerance;
import greenpair.reindex.run.ReindexRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;

/// Recommendations of one caller: alone, while another generation of the same catalog is built and
/// published in a cluster, and while it is copied and then served, all in this process.
final class PublicationUnderLoad {
  private static final int NEEDS = 500;
  private static final int LEAST_ROUNDS = 4;

  private final Setup setup;
  private final LiveIndex serving;
  private final List<RecommendationRequest> needs;

  /// @param serving follows the cluster
  PublicationUnderLoad(Setup setup, LiveIndex serving) {
    this.setup = setup;
    this.serving = serving;
    this.needs = RecommendBench.needs(setup, Kind.FIRM, NEEDS);
  }

  private interface Task {
    void run() throws IOException;
  }

  /// @param publishing folder of the server that builds
  void run(GenerationStore publishing) throws Exception {
    answer("to warm up", () -> {});
    answer("alone", () -> {});
    answer(
        "while a generation is published",
        () -> setup.workbench().reindexQuietly(again(), publishing));
    answer(
        "while it is copied and served",
        () -> {
          serving.pull();
          serving.refresh();
        });
    answer("alone again", () -> {});
  }

  /// Publishes although nothing changed.
  private ReindexRequest again() throws IOException {
    return new ReindexRequest(
        List.of(setup.catalog()), null, 0, Tolerance.ANY, 2, "a bench", "for its load", false);
  }

  /// Answers all requests several times, and on until a task is done.
  private void answer(String when, Task task) throws Exception {
    FutureTask<Boolean> working =
        new FutureTask<>(
            () -> {
              ThreadPriority.giveWay(); // As a job and the follower of a server do.
              task.run();
              return true;
            });
    Thread.ofPlatform().start(working);
    List<Long> nanos = new ArrayList<>();
    Set<String> served = new HashSet<>();
    int failed = 0;
    for (int round = 0; round < LEAST_ROUNDS || !working.isDone(); round++) {
      for (RecommendationRequest each : needs) {
        long start = System.nanoTime();
        try (Snapshot snapshot = serving.acquire()) {
          served.add(snapshot.manifest().id());
          setup.workbench().recommender().recommend(each, snapshot);
        } catch (RuntimeException e) {
          failed++;
        }
        nanos.add(System.nanoTime() - start);
      }
    }
    working.get();
    System.out.printf(
        "%-32s %s, %,d answers, %d failed, generations: %d%n",
        when,
        new Figures(nanos.stream().mapToLong(Long::longValue).toArray()),
        nanos.size(),
        failed,
        served.size());
  }
}
