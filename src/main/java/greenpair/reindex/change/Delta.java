package greenpair.reindex.change;

import greenpair.catalog.Disclosure.WholeEntry;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.build.GenerationPatch;
import greenpair.index.generation.Manifest;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.registry.LineResult;
import greenpair.registry.SourceFile;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.format.References;
import greenpair.registry.source.convert.Consolidation;
import greenpair.reindex.run.BuildResult;
import greenpair.reindex.run.Counts;
import greenpair.reindex.run.RejectedException;
import greenpair.reindex.run.StageReporter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Lines that are applied to the entries of a generation: a line with the kind and id of an entry
/// replaces it, others are appended. Nothing is retired, and a line of the catalog removes nothing
/// from an entry for which registries have more data.
public final class Delta {
  /// What the names of sources begin with that were put over others; no file has such a name, so
  /// none is read as if it were whole.
  private static final String CHANGES = "changes ";

  private final CatalogFiles files;
  private final Map<Kind, Map<EntryId, LineResult.Accepted>> lines = new EnumMap<>(Kind.class);
  private final RejectedException.Lines bad = new RejectedException.Lines();
  private final Counts fresh = new Counts();
  private long added;
  private long changed;
  private long unchanged;
  private long replaced;

  private Delta(CatalogFiles files) {
    this.files = files;
  }

  /// Reads delta files and compares them with a generation; of two lines about one entry the later
  /// holds. A line may refer to entries of both.
  ///
  /// @throws RejectedException if a line is invalid
  public static Delta read(
      CatalogFiles files, Snapshot base, CatalogJson json, StageReporter stages) {
    Delta delta = new Delta(files);
    stages.begin("checking", 0);
    files.read(
        reading -> {
          stages.read(reading instanceof LineResult.Rejected);
          delta.read(reading);
        });
    delta.checkReferences(base);
    delta.bad.check();
    delta.compare(base, json);
    return delta;
  }

  private void read(LineResult reading) {
    switch (reading) {
      case LineResult.Accepted line -> {
        if (of(line.entry().kind()).put(line.entry().id(), line) != null) {
          replaced++;
        }
      }
      case LineResult.Rejected line -> bad.add(line.origin(), line.problem());
    }
  }

  private Map<EntryId, LineResult.Accepted> of(Kind kind) {
    return lines.computeIfAbsent(kind, key -> new LinkedHashMap<>());
  }

  private void checkReferences(Snapshot base) {
    References references = new References((kind, id) -> base.name(kind, id).isPresent());
    List<LineResult.Accepted> all =
        lines.values().stream().flatMap(ofKind -> ofKind.values().stream()).toList();
    all.forEach(line -> references.note(line.entry(), line.origin()));
    for (LineResult.Accepted line : all) {
      references
          .problem(line.entry(), line.origin())
          .ifPresent(problem -> bad.add(line.origin(), problem));
    }
  }

  /// Keeps what is new or another than before.
  private void compare(Snapshot base, CatalogJson json) {
    for (Map.Entry<Kind, Map<EntryId, LineResult.Accepted>> each : lines.entrySet()) {
      Iterator<Map.Entry<EntryId, LineResult.Accepted>> all = each.getValue().entrySet().iterator();
      while (all.hasNext()) {
        Map.Entry<EntryId, LineResult.Accepted> place = all.next();
        Optional<Entry> before =
            base.whole(each.getKey(), place.getKey()).map(WholeEntry::unredacted);
        if (before.isPresent() && isPartOf(before.get(), place.getValue())) {
          place.setValue(Consolidation.over(before.get(), place.getValue(), json));
        }
        LineResult.Accepted line = place.getValue();
        if (before.isEmpty()) {
          added++;
          fresh.add(BuildResult.catalog(line.origin().file()), each.getKey());
        } else if (before.get().equals(line.entry())) {
          unchanged++;
          all.remove();
        } else {
          changed++;
        }
      }
    }
  }

  /// Whether an entry was made of a line of the catalog and of records that the line does not name.
  private static boolean isPartOf(Entry entry, LineResult.Accepted line) {
    Set<List<String>> all = records(entry);
    Set<List<String>> own = records(line.entry());
    return all.size() > own.size() && all.containsAll(own);
  }

  private static Set<List<String>> records(Entry entry) {
    return entry.profile().provenance().stream()
        .map(each -> List.of(each.source(), String.valueOf(each.record())))
        .collect(Collectors.toSet());
  }

  /// Puts what is new or changed over the entries of the generation that it was compared with.
  public void put(GenerationPatch patch, StageReporter stages) {
    stages.begin("writing", added + changed);
    for (Map<EntryId, LineResult.Accepted> all : lines.values()) {
      for (LineResult.Accepted line : all.values()) {
        stages.row();
        patch.put(line.entry(), line.json());
      }
    }
  }

  /// Whether nothing would change.
  public boolean isEmpty() {
    return added + changed == 0;
  }

  public List<Manifest.Source> sources() {
    List<Manifest.Source> sources = new ArrayList<>();
    for (SourceFile file : files.sources()) {
      sources.add(new Manifest.Source(CHANGES + file.name(), file.bytes(), file.sha256()));
    }
    return sources;
  }

  /// Entries by source and kind, with those that are new.
  public Map<String, Map<String, Long>> entries(Map<String, Map<String, Long>> before) {
    Map<String, Map<String, Long>> all = new TreeMap<>(before);
    fresh
        .bySource()
        .forEach(
            (source, kinds) -> {
              Map<String, Long> sums = new TreeMap<>(all.getOrDefault(source, Map.of()));
              kinds.forEach((kind, count) -> sums.merge(kind, count, Long::sum));
              all.put(source, sums);
            });
    return all;
  }

  /// File and line of an entry that the delta contains.
  public Optional<String> place(Kind kind, EntryId id) {
    return Optional.ofNullable(lines.getOrDefault(kind, Map.of()).get(id))
        .map(line -> line.origin().brief());
  }

  /// The results of the lines; the counts add up to those read.
  public Text report() {
    return Message.of(
            replaced == 0 ? "reindex.delta" : "reindex.delta_replaced",
            "added",
            added,
            "changed",
            changed,
            "unchanged",
            unchanged,
            "replaced",
            replaced)
        .text();
  }
}
