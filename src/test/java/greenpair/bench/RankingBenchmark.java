package greenpair.bench;

import greenpair.catalog.Kind;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.RankingTask;
import greenpair.match.rank.Ranked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Ranking 200 candidates with gates and explanations, without index and answer: `jmh`. Needs come
/// in turn from the catalog of 100,000 firms, so no call repeats the one before.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class RankingBenchmark {
  private static final int FIRMS = 100_000;
  private static final int NEEDS = 100;

  @Param({"FIRM", "FINANCIER", "SOLUTION"})
  Kind kind = Kind.FIRM;

  private List<RankingTask> tasks = List.of();
  private int next;

  /// Reads the candidates.
  @Setup
  public void read() throws IOException {
    var setup = greenpair.bench.Setup.of(FIRMS);
    try (LiveIndex live = setup.open();
        Snapshot snapshot = live.acquire()) {
      tasks =
          RankingTask.of(
              Path.of("index-config"), RecommendBench.needs(setup, kind, NEEDS), snapshot);
    }
  }

  /// One need.
  @Benchmark
  public List<Ranked> rank() {
    next = (next + 1) % tasks.size();
    return tasks.get(next).rank();
  }
}
