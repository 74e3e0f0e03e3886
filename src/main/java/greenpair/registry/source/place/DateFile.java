package greenpair.registry.source.place;

import de.siegmar.fastcsv.writer.CsvWriter;
import greenpair.catalog.Deployment;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Exact dates, which the catalog format cannot represent and a
/// [Conversion][greenpair.registry.source.convert.Conversion] writes beside its catalog.
public final class DateFile implements Closeable {
  private final Path path;
  private @Nullable CsvWriter writer;

  public DateFile(Path path) {
    this.path = path;
  }

  public void add(Deployment deployment, String date) throws IOException {
    CsvWriter out = writer;
    if (out == null) {
      out = CsvWriter.builder().build(path, StandardCharsets.UTF_8);
      out.writeRecord("deployment", "city", "firm", "date");
      writer = out;
    }
    for (var firm : deployment.firms()) {
      out.writeRecord(deployment.id().value(), deployment.city().value(), firm.value(), date);
    }
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
