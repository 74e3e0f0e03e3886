package greenpair.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Something to run jobs on: a city in a catalog, a registry of a firm, and a gate at which jobs
/// wait while a test looks at them.
public final class Riverton {
  /// A line of a catalog.
  public static final String CITY =
      "{\"kind\":\"city\",\"id\":\"xx-riverton\",\"name\":{\"en\":\"Riverton\"},\"country\":\"US\","
          + "\"provenance\":[{\"source\":\"x\",\"verified\":true}]}\n";

  private static final String SYSTEMS =
      "Country Code,Name,Location,System ID,URL,Auto-Discovery URL\n"
          + "US,Riverton Bikes,\"Riverton,"
          + " CA\",riverton,https://example.org,https://example.org/g\n";

  private final CountDownLatch gate = new CountDownLatch(1);
  private volatile boolean held;

  /// Writes a catalog as it was before.
  public static Path before(Path folder) throws IOException {
    Path file = Files.createDirectories(folder).resolve("a.jsonl");
    Files.writeString(file, CITY.replace("Riverton", "Old Riverton"));
    return file;
  }

  /// Writes the catalog as it is now, and the registry `gbfs` where its mapping looks for it.
  ///
  /// @param more rows of the registry
  public static void layOut(Path catalog, Path registries, String... more) throws IOException {
    Files.writeString(Files.createDirectories(catalog).resolve("a.jsonl"), CITY);
    Path systems = registries.resolve("gbfs/systems.csv");
    Files.createDirectories(systems.getParent());
    Files.writeString(systems, SYSTEMS + String.join("", more));
  }

  /// Jobs that begin from now on wait at the gate.
  public void hold() {
    held = true;
  }

  /// Lets them go on.
  public void open() {
    gate.countDown();
  }

  /// Where a job comes by at each of its steps.
  public void pass(Job job) {
    if (held && job.isRunning()) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
