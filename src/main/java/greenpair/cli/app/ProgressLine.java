package greenpair.cli.app;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.reindex.run.RunObserver;

/// A line with the progress of a long run: a bar if the total of rows is known, rows, rate, rejects
/// and time left. Shown on a terminal only, from the third second on.
public final class ProgressLine implements RunObserver {
  private static final long PATIENCE = 2_000_000_000L;
  private static final long REFRESH = 200_000_000L;
  private static final int EVERY = 64;
  private static final int BAR = 20;
  private static final int WIDTH = 100;
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final Language language;
  private final long start;
  private long shown;
  private String stage = "";
  private long stageStart;
  private long expected;
  private long steps;
  private long rejected;
  private final Map<String, Duration> times = new LinkedHashMap<>();

  public ProgressLine(PrintStream out, boolean terminal, LongSupplier nanos, Language language) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.language = language;
    this.start = nanos.getAsLong();
    this.shown = start;
  }

  /// Prints nothing if the output is not a terminal.
  public static ProgressLine onTerminal(Language language) {
    boolean watched = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new ProgressLine(System.err, watched, System::nanoTime, language);
  }

  @Override
  public void stage(String name, long rows) {
    long now = nanos.getAsLong();
    if (!stage.isEmpty()) {
      times.merge(stage, Duration.ofNanos(now - stageStart), Duration::plus);
    }
    stage = name;
    stageStart = now;
    expected = rows;
    steps = 0;
    rejected = 0;
  }

  /// How long each stage took that has ended, in order.
  public Map<String, Duration> times() {
    return times;
  }

  @Override
  public void step(long rows) {
    long before = steps;
    steps += rows;
    if (terminal && steps / EVERY != before / EVERY) {
      show();
    }
  }

  @Override
  public void rejected() {
    rejected++;
  }

  private void show() {
    long now = nanos.getAsLong();
    if (now - start < PATIENCE || now - shown < REFRESH) {
      return;
    }
    shown = now;
    String line = line(now);
    out.print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
    out.flush();
  }

  private String line(long now) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", stage));
    double share = RunObserver.share(steps, expected);
    if (share > 0) {
      int full = (int) (BAR * share);
      line.append(" [").append("=".repeat(full)).append(" ".repeat(BAR - full)).append(']');
    }
    long rate = Math.round(steps * NANOS / Math.max(1, now - stageStart));
    add(
        line,
        expected > 0
            ? Message.of("progress.of", "rows", steps, "all", expected, "rate", rate)
            : Message.of("progress.rows", "rows", steps, "rate", rate));
    if (rejected > 0) {
      add(line, Message.of("progress.rejected", "count", rejected));
    }
    if (share > 0 && share < 1) {
      long left = Math.round((now - stageStart) / NANOS * (1 - share) / share);
      String time = String.format(Locale.ROOT, "%d:%02d", left / 60, left % 60);
      add(line, Message.of("progress.left", "time", time));
    }
    return line.toString();
  }

  private void add(StringBuilder line, Message message) {
    line.append(' ').append(message.in(language));
  }

  /// Ends the last stage and clears the line.
  public void done() {
    stage("", 0);
    if (terminal && shown > start) {
      out.print("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
    }
  }
}
