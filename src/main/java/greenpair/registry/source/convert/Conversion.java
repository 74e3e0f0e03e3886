package greenpair.registry.source.convert;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.ReadAhead;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.format.IdTable;
import greenpair.registry.source.map.Columns;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.Row;
import greenpair.registry.source.place.DateFile;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.RejectHeader;
import greenpair.registry.source.read.SourceException;
import greenpair.registry.source.read.SourceFiles;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.ValueFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Converts the files of a source to catalog JSON Lines in one pass. A row is accepted or rejected
/// as a whole, so no entry refers to a rejected one of the same row.
///
/// Beside the catalog `x.jsonl`, it writes `x.rejects.csv` or `x.rejects.jsonl` if rows were
/// rejected, and `x.dates.csv` (deployment, city, firm, date) if the mapping gives exact dates.
public final class Conversion {
  private final Mapping mapping;
  private final CatalogJson json;
  private final JsonMapper mapper = JsonMapper.shared();

  public Conversion(Mapping mapping, CatalogJson json) {
    this.mapping = mapping;
    this.json = json;
  }

  /// An entry of a row.
  ///
  /// @param line in the canonical order of keys
  /// @param date the exact day of a deployment, null if unknown
  @SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
  public record Converted(Entry entry, byte[] line, @Nullable String date) {}

  /// The result of one row.
  public sealed interface Outcome {
    record Good(List<Converted> entries) implements Outcome {
      public Good {
        entries = List.copyOf(entries);
      }
    }

    /// Skipped by the mapping.
    record Skipped(String reason) implements Outcome {}

    /// Rejected.
    ///
    /// @param summed the entries, as `kind id`, whose sums it belongs to
    record Bad(RowResults.Rejection rejection, Set<String> summed) implements Outcome {
      public Bad {
        summed = Set.copyOf(summed);
      }
    }
  }

  /// Maps one row without writing anything.
  public Outcome preview(SourceRecord record) {
    try {
      if (record.fault() != null) {
        throw new ValueFault("row", "", record.fault());
      }
      String more = record.text(RejectHeader.MORE);
      if (!more.isBlank()) {
        throw new ValueFault(RejectHeader.MORE, more, Message.of("row.more"));
      }
      Row row = mapping.row(record);
      Optional<String> skipped = mapping.skipReason(row);
      if (skipped.isPresent()) {
        return new Outcome.Skipped(skipped.get());
      }
      List<Converted> entries = new ArrayList<>();
      for (Mapping.Draft draft : mapping.drafts(row)) {
        entries.add(checked(draft, record.origin()));
      }
      return entries.isEmpty()
          ? new Outcome.Skipped(RowResults.NO_ENTRY)
          : new Outcome.Good(entries);
    } catch (ValueFault e) {
      Origin origin = record.origin();
      return new Outcome.Bad(
          new RowResults.Rejection(origin, e.column(), e.value(), e.rule()),
          record.fault() == null ? mapping.summed(record) : Set.of());
    }
  }

  private Converted checked(Mapping.Draft draft, Origin origin) throws ValueFault {
    return switch (json.read(mapper.<ObjectNode>valueToTree(draft.json()), origin)) {
      case LineResult.Accepted good -> new Converted(good.entry(), good.json(), draft.date());
      case LineResult.Rejected bad -> throw new ValueFault(draft.kind().word(), "", bad.problem());
    };
  }

  private static void read(SourceFiles source, ReadAhead.Sink<SourceRecord> out)
      throws IOException {
    try (RecordReader reader = source.open()) {
      for (SourceRecord record = reader.next(); record != null; record = reader.next()) {
        out.take(record);
      }
    }
  }

  private record CheckedRow(SourceRecord record, Outcome outcome) {}

  private CheckedRow check(SourceRecord record) {
    return new CheckedRow(record, preview(record));
  }

  /// Is called for each converted row.
  public interface Rows {
    void read(boolean rejected);
  }

  /// Converts all rows into one catalog, in which entries with one id are merged. Existing
  /// files are replaced only on success.
  ///
  /// @throws greenpair.registry.source.read.SourceException if a file cannot be read or more rows
  ///     are rejected than tolerated; the rejects are written then, the catalog is not
  public RowResults run(SourceFiles source, Path out, Tolerance tolerance, Rows rows)
      throws IOException {
    source.checkNotRead(out);
    Path parent = out.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path catalog = out.resolveSibling(out.getFileName() + ".tmp");
    Path dates = out.resolveSibling(out.getFileName() + ".dates.tmp");
    try {
      RowResults account = run(source, out, catalog, dates, tolerance, rows);
      Files.move(catalog, out, StandardCopyOption.REPLACE_EXISTING);
      if (Files.exists(dates)) {
        Files.move(dates, beside(out, ".dates.csv"), StandardCopyOption.REPLACE_EXISTING);
      }
      return account;
    } finally {
      Files.deleteIfExists(catalog);
      Files.deleteIfExists(dates);
    }
  }

  private RowResults run(
      SourceFiles source, Path out, Path catalog, Path dates, Tolerance tolerance, Rows rows)
      throws IOException {
    RowResults.Counter counter = new RowResults.Counter();
    IdTable seen = new IdTable();
    Merger merger = Merger.ofRows(mapping.provenanceLimit());
    Columns columns = new Columns(mapping);
    List<Text> notes = new ArrayList<>();
    try (Fragments fragments = new Fragments(catalog, mapping.merges());
        RejectFile rejects = new RejectFile(beside(out, ".rejects"));
        DateFile days = new DateFile(dates);
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(catalog))) {
      ReadAhead.run(
          sink -> read(source, sink),
          SourceRecord::weight,
          this::check,
          row -> {
            columns.see(row.record());
            long rejected = counter.rejected();
            one(row, fragments, seen, days, rejects, counter);
            tolerance.check(counter, false);
            rows.read(counter.rejected() > rejected);
          });
      tolerance.check(counter, true);
      if (counter.read() == 0 && !tolerance.all()) {
        throw new SourceException(Message.of("file.no_rows", "source", mapping.name()));
      }
      if (counter.sellsNothing()) {
        notes.add(Message.of("note.no_seller", "source", mapping.name()).text());
      }
      notes.addAll(columns.missing());
      notes.addAll(mapping.takeRemarks());
      fragments.write(stream, merger, json);
      merger.note().ifPresent(notes::add);
      notes.addAll(fragments.notes());
      return counter.close(fragments.counts(), notes);
    }
  }

  private void one(
      CheckedRow row,
      Fragments fragments,
      IdTable seen,
      DateFile days,
      RejectFile rejects,
      RowResults.Counter counter)
      throws IOException {
    switch (row.outcome()) {
      case Outcome.Good good -> {
        good.entries().forEach(each -> counter.saw(each.entry()));
        if (add(good.entries(), fragments, seen, days)) {
          counter.accepted();
        } else {
          counter.merged();
        }
      }
      case Outcome.Skipped skipped -> counter.skipped(skipped.reason());
      case Outcome.Bad bad -> {
        rejects.add(row.record(), bad.rejection(), mapping.format());
        bad.summed().forEach(fragments::addRejected);
        counter.rejected(bad.rejection());
      }
    }
  }

  /// True if one of them is new.
  private static boolean add(List<Converted> all, Fragments fragments, IdTable seen, DateFile days)
      throws IOException {
    boolean fresh = false;
    for (Converted each : all) {
      Entry entry = each.entry();
      fragments.add(entry.kind(), entry.id().value(), each.line());
      fresh |= seen.putIfAbsent(entry.kind().word() + " " + entry.id(), 0);
      if (entry instanceof Deployment deployment && each.date() != null) {
        days.add(deployment, each.date());
      }
    }
    return fresh;
  }

  private static Path beside(Path out, String ending) {
    String name = out.getFileName().toString();
    String bare = name.endsWith(".jsonl") ? name.substring(0, name.length() - 6) : name;
    return out.resolveSibling(bare + ending);
  }
}
