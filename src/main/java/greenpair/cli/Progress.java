package greenpair.cli;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A line that says how far a long run is: shown on a terminal only, from the third second on.
final class Progress {
  private static final long PATIENCE = 2_000_000_000L;
  private static final long REFRESH = 200_000_000L;
  private static final int EVERY = 64;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long start;
  private long shown;
  private String stage = "";
  private long stageStart;
  private long steps;
  private final Map<String, Duration> times = new LinkedHashMap<>();

  Progress(PrintStream out, boolean terminal, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.shown = start;
  }

  /// Silent where nobody watches.
  static Progress onTerminal() {
    boolean watched = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new Progress(System.err, watched, System::nanoTime);
  }

  void stage(String name) {
    long now = nanos.getAsLong();
    if (!stage.isEmpty()) {
      times.merge(stage, Duration.ofNanos(now - stageStart), Duration::plus);
    }
    stage = name;
    stageStart = now;
    steps = 0;
  }

  /// How long each stage took that has ended, in order.
  Map<String, Duration> times() {
    return times;
  }

  void step() {
    steps++;
    if (terminal && steps % EVERY == 0) {
      show();
    }
  }

  private void show() {
    long now = nanos.getAsLong();
    if (now - start < PATIENCE || now - shown < REFRESH) {
      return;
    }
    shown = now;
    long rate = steps * 1_000_000_000L / Math.max(1, now - stageStart);
    out.printf(java.util.Locale.ROOT, "\r%-10s %,12d entries  %,10d/s ", stage, steps, rate);
    out.flush();
  }

  void done() {
    stage("");
    if (terminal && shown > start) {
      out.print("\r" + " ".repeat(50) + "\r");
      out.flush();
    }
  }
}
