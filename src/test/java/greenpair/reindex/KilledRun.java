package greenpair.reindex;

import module java.base;

import greenpair.cli.Workbench;
import greenpair.index.GenerationStore;
import greenpair.index.generation.StepObserver;
import greenpair.reindex.run.RunObserver;

/// A process that runs to a point, reports this, and waits there to be killed.
final class KilledRun {
  private KilledRun() {}

  /// All events of a run in sequence: stages, rows and steps on disk.
  static final class Points implements RunObserver, StepObserver {
    final List<String> reached = new ArrayList<>();
    private final int last;
    private String stage = "";

    Points(int last) {
      this.last = last;
    }

    private void reach(String point) {
      reached.add(point);
      if (reached.size() == last) {
        System.out.println(point);
        System.out.flush();
        stay();
      }
    }

    private static void stay() {
      try {
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void stage(String name, long expected) {
      stage = name;
      reach("begin " + name);
    }

    @Override
    public void step(long rows) {
      reach("row of " + stage);
    }

    @Override
    public void rejected() {}

    @Override
    public void done(String step) {
      reach(step);
    }
  }

  /// Runs until the point and dies there.
  ///
  /// @param arguments folder of the registries, data folder, the point, the time
  public static void main(String[] arguments) throws IOException {
    TinyRegistries registries = new TinyRegistries(Path.of(arguments[0]));
    Points points = new Points(Integer.parseInt(arguments[2]));
    new Workbench(registries.config())
        .reindexing(new GenerationStore(Path.of(arguments[1]), points))
        .run(registries.order(), points, Instant.parse(arguments[3]));
    System.out.println("done");
  }
}
