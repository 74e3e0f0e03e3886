package greenpair.registry.source.place;

import greenpair.catalog.EntryId;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceFiles;
import greenpair.registry.source.read.SourceFormat;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Reads the exact dates that a [Conversion][greenpair.registry.source.convert.Conversion] wrote
/// beside its catalog.
public final class DatesReader {
  private DatesReader() {}

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
