package greenpair.cli.plan;

import greenpair.cli.app.CommandWiring;
import greenpair.index.read.Snapshot;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.web.plans.PlanDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that saves a plan as a file.
final class KeptPlan {
  @Option(names = "--out", paramLabel = "FILE")
  private @Nullable Path file;

  /// @throws IllegalArgumentException if the file already exists
  void write(CommandWiring engine, Snapshot snapshot, PlanRequest request, PlanResult result) {
    if (file == null) {
      return;
    }
    try {
      PlanDocument.of(
              request, result, snapshot.manifest().id(), snapshot.configuration(), engine::document)
          .write(file);
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException("--out " + file + " exists already; name a new file", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
