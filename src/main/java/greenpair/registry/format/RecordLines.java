package greenpair.registry.format;

import module java.base;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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
          List<FieldProblem> faults = new ArrayList<>();
          R read = record(line, records, faults);
          for (FieldProblem fault : faults) {
            problems.at(name + ":" + line.number(), fault.text());
          }
          if (read != null) {
            out.accept(read, line.number());
          }
        }
      }
    }
  }

  /// The record that an object of a request says; null after its problems were added.
  public static <R extends Record> @Nullable R read(
      ObjectNode object, Class<R> type, Taxonomy taxonomy, List<FieldProblem> problems) {
    return Fields.read(object, null, problems, EntryReader.of(type, taxonomy));
  }

  /// The line of an entry or another record, without what is unknown.
  public static String line(Object record) {
    return new String(EntryWriter.write(record), StandardCharsets.UTF_8);
  }

  private static <R> @Nullable R record(
      LineReader.Line line, Fields.Build<R> records, List<FieldProblem> faults) {
    if (line.fault() != null) {
      faults.add(FieldProblem.of(line.fault()));
      return null;
    }
    return StrictJson.read(line.bytes(), false, records, faults);
  }
}
