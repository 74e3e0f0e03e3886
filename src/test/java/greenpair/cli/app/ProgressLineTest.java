package greenpair.cli.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  private ProgressLine on(boolean terminal) {
    return new ProgressLine(
        new PrintStream(out, true, StandardCharsets.UTF_8), terminal, nanos::get, Language.EN);
  }

  private String shown() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void knownTotal_isShownWithWhatIsLeft() {
    ProgressLine progress = on(true);
    progress.stage("resolving", 6_400);
    pass(10);
    progress.step(1_600);
    assertTrue(shown().contains("resolving"), this::shown);
    assertTrue(shown().contains("[=====               ]"), this::shown);
    assertTrue(shown().contains("1,600 of 6,400 rows 160/s"), this::shown);
    assertTrue(shown().contains("0:30 left"), this::shown);
  }

  @Test
  void unknownTotal_isNotGuessed() {
    ProgressLine progress = on(true);
    progress.stage("converting first", 0);
    pass(10);
    progress.step(1_600);
    assertTrue(shown().contains("converting first 1,600 rows 160/s"), this::shown);
    assertTrue(!shown().contains("left") && !shown().contains("["), this::shown);
  }

  @Test
  void nothing_isShownWhereNobodyWatches() {
    ProgressLine progress = on(false);
    progress.stage("resolving", 6_400);
    pass(10);
    progress.step(1_600);
    progress.done();
    assertEquals("", shown());
  }
}
