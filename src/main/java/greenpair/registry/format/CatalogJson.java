package greenpair.registry.format;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.message.Message;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes one entry as one line of the catalog format. Safe for use by many threads.
public final class CatalogJson implements Entry.Codec {
  private final Fields.Build<Entry> strict;
  private final Fields.Build<Entry> trusting;

  /// @param taxonomy the codes that a catalog may use
  public CatalogJson(Taxonomy taxonomy) {
    this.strict = EntryReader.of(new Codes(taxonomy, false));
    this.trusting = EntryReader.of(new Codes(taxonomy, true));
  }

  /// The entry of a line of UTF-8, or all of its errors; never throws.
  public LineResult read(byte[] line, Origin origin) {
    return read(line, origin, false);
  }

  /// The entry of an object with its line as [#encode] writes it, or all of its errors.
  public LineResult read(ObjectNode object, Origin origin) {
    List<FieldProblem> problems = new ArrayList<>();
    Entry entry = read(object, problems);
    return entry == null
        ? new LineResult.Rejected(origin, all(problems))
        : new LineResult.Accepted(entry, encode(entry), origin);
  }

  /// The entry of an object; null after its problems were added.
  public @Nullable Entry read(ObjectNode object, List<FieldProblem> problems) {
    return Fields.read(object, null, problems, strict);
  }

  /// @param cut whether the file ends within the line
  LineResult read(byte[] line, Origin origin, boolean cut) {
    List<FieldProblem> problems = new ArrayList<>();
    Entry entry = StrictJson.read(line, cut, strict, problems);
    return entry == null
        ? new LineResult.Rejected(origin, all(problems))
        : new LineResult.Accepted(entry, line, origin);
  }

  @Override
  public byte[] encode(Entry entry) {
    return EntryWriter.write(entry);
  }

  /// The entry that [#encode] wrote. Codes need not be in the taxonomy, so that a generation which
  /// was indexed with another taxonomy can be read.
  ///
  /// @throws IllegalStateException if the bytes are no entry: the index is damaged
  @Override
  public Entry decode(byte[] bytes) {
    List<FieldProblem> problems = new ArrayList<>();
    Entry entry = StrictJson.read(bytes, false, trusting, problems);
    if (entry == null) {
      throw new IllegalStateException(
          "the index contains a record that is not an entry; rebuild it: "
              + all(problems).in(Language.EN));
    }
    return entry;
  }

  /// The entry of a line that was valid before. Codes need not be in the taxonomy.
  ///
  /// @throws IllegalArgumentException with all that is wrong with it
  public Entry accepted(byte[] line) {
    List<FieldProblem> problems = new ArrayList<>();
    Entry entry = StrictJson.read(line, false, trusting, problems);
    if (entry == null) {
      throw new IllegalArgumentException(all(problems).in(Language.EN));
    }
    return entry;
  }

  private static Message all(List<FieldProblem> problems) {
    return LineResult.all(problems.stream().map(FieldProblem::text).toList()).orElseThrow();
  }
}
