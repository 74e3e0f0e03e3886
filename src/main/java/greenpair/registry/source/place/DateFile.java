package greenpair.registry.source.place;

import module java.base;

import de.siegmar.fastcsv.writer.CsvWriter;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceFiles;
import greenpair.registry.source.read.SourceFormat;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Limits;
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

  /// Takes one line.
  public interface Sink {
    void accept(EntryId deployment, EntryId firm, EntryId city, String date);
  }

  /// Gives every line of the file to the sink.
  public static void read(Path file, Sink sink) throws IOException {
    try (RecordReader reader =
        new SourceFiles(List.of(file), SourceFormat.DETECTED, Limits.DEFAULT).open()) {
      for (SourceRecord each = reader.next(); each != null; each = reader.next()) {
        sink.accept(
            new EntryId(each.text("deployment")),
            new EntryId(each.text("firm")),
            new EntryId(each.text("city")),
            each.text("date"));
      }
    }
  }
}
