package greenpair.registry.format;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Problems;
import greenpair.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/// JSON Lines, each of which is one record.
public final class RecordLines {
  private RecordLines() {}

  /// Gives every valid record with the number of its line; every error of every line is added to
  /// the problems.
  ///
  /// @param name of the file in messages
  /// @param taxonomy whose codes the records may have; null for any
  public static <R extends Record> void read(
      Path file,
      Object name,
      Class<R> type,
      @Nullable Taxonomy taxonomy,
      Problems problems,
      ObjLongConsumer<R> out)
      throws IOException {
    Fields.Build<R> records = EntryReader.of(type, taxonomy);
    try (InputStream in = Files.newInputStream(file)) {
      LineReader lines = new LineReader(in);
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          List<Message> faults = new ArrayList<>();
          R read = record(line, records, faults);
          for (Message fault : faults) {
            problems.at(name + ":" + line.number(), fault);
          }
          if (read != null) {
            out.accept(read, line.number());
          }
        }
      }
    }
  }

  /// The line of an entry or another record, without what is unknown.
  public static String line(Object record) {
    return new String(EntryWriter.write(record), StandardCharsets.UTF_8);
  }

  private static <R> @Nullable R record(
      LineReader.Line line, Fields.Build<R> records, List<Message> faults) {
    if (line.fault() != null) {
      faults.add(line.fault());
      return null;
    }
    return StrictJson.read(line.bytes(), false, records, faults);
  }
}
