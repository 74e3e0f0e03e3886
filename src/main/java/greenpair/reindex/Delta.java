package greenpair.reindex;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.Snapshot;
import greenpair.registry.CatalogFiles;
import greenpair.registry.CatalogJson;
import greenpair.registry.Reading;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lines that are put over the entries of a generation: one with the kind and id of an entry stands
/// in its place, others come behind all. What comes out is the catalog that a full run would read,
/// in its order.
final class Delta {
  private static final int PAGE = 1000;
  private static final int SHOWN = 20;

  private final Map<Kind, Map<EntryId, Reading.Accepted>> lines = new EnumMap<>(Kind.class);
  private final List<String> bad = new ArrayList<>();
  private long added;
  private long changed;
  private long unchanged;

  private Delta() {}

  /// Reads delta files; of two lines about one entry the later holds.
  ///
  /// @throws RejectedException when more lines are bad than allowed
  static Delta read(CatalogFiles files, long allowed, Stages stages) {
    Delta delta = new Delta();
    stages.begin("checking", 0);
    files.read(
        reading -> {
          stages.row(reading instanceof Reading.Rejected);
          switch (reading) {
            case Reading.Accepted line ->
                delta
                    .lines
                    .computeIfAbsent(line.entry().kind(), kind -> new LinkedHashMap<>())
                    .put(line.entry().id(), line);
            case Reading.Rejected line -> delta.bad.add(line.origin() + ": " + line.problem());
          }
        });
    if (delta.bad.size() > allowed) {
      throw new RejectedException(delta.bad.size(), allowed, delta.first());
    }
    return delta;
  }

  /// Writes the entries of a generation with the lines put over them.
  void write(Snapshot base, CatalogJson json, Path out, Stages stages) throws IOException {
    long all = 0;
    for (Kind kind : Kind.values()) {
      all += base.manifest().count(kind);
    }
    stages.begin("merging", all);
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
      for (Kind kind : Kind.values()) {
        Map<EntryId, Reading.Accepted> over =
            new LinkedHashMap<>(lines.getOrDefault(kind, Map.of()));
        for (int from = 0; from < base.manifest().count(kind); from += PAGE) {
          for (Entry entry : base.entries(kind, from, PAGE)) {
            stages.row();
            Reading.Accepted line = over.remove(entry.id());
            count(entry, line);
            put(line == null ? json.encode(entry) : line.json(), stream);
          }
        }
        for (Reading.Accepted line : over.values()) {
          added++;
          put(line.json(), stream);
        }
      }
    }
  }

  private void count(Entry entry, Reading.@org.jspecify.annotations.Nullable Accepted line) {
    if (line != null && line.entry().equals(entry)) {
      unchanged++;
    } else if (line != null) {
      changed++;
    }
  }

  private static void put(byte[] line, OutputStream stream) throws IOException {
    stream.write(line);
    stream.write('\n');
  }

  /// Whether nothing would be another than it is, after [#write].
  boolean isEmpty() {
    return added + changed == 0;
  }

  /// Lines that were left out.
  long rejected() {
    return bad.size();
  }

  /// The first of them, with place and reason.
  List<String> first() {
    return bad.stream().limit(SHOWN).toList();
  }

  /// File and line of an entry that the delta gave.
  Optional<String> place(Kind kind, EntryId id) {
    return Optional.ofNullable(lines.getOrDefault(kind, Map.of()).get(id))
        .map(line -> line.origin().toString());
  }

  /// What became of the lines; the four counts add up to those read, save lines that a later one
  /// about the same entry replaced.
  @Override
  public String toString() {
    return added
        + " new, "
        + changed
        + " changed, "
        + unchanged
        + " unchanged, "
        + bad.size()
        + " rejected";
  }
}
