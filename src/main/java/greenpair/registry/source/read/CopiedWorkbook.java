package greenpair.registry.source.read;

import greenpair.registry.source.value.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// A workbook that came out of a pack, in a temporary file that is deleted when it is closed.
record CopiedWorkbook(Path copy, RecordReader records) implements RecordReader {
  static RecordReader open(InputStream plain, String name, SourceFormat format, Limits limits)
      throws IOException {
    Path copy = Files.createTempFile("greenpair-source", ".xlsx");
    try (plain) {
      Files.copy(plain, copy, StandardCopyOption.REPLACE_EXISTING);
      return new CopiedWorkbook(copy, new XlsxRecords(copy.toFile(), name, format, limits));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    return records.next();
  }

  @Override
  public void close() throws IOException {
    records.close();
    Files.deleteIfExists(copy);
  }
}
