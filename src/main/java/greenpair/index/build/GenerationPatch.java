package greenpair.index.build;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.document.DocumentMaker;
import greenpair.index.document.FieldTotals;
import greenpair.index.document.Joins;
import greenpair.index.generation.Checksums;
import greenpair.index.generation.Digests;
import greenpair.index.generation.DurableFiles;
import greenpair.index.generation.HardLinks;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.StepObserver;
import greenpair.index.read.KindIndex;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;

/// Writes a generation with the entries of another, some of them added or replaced. New and changed
/// entries, and those whose documents contain data of them, are written after all others of their
/// kind; everything else is shared with the other generation through hard links.
///
/// It gives the same answers as a generation built from scratch with the same entries in the same
/// order.
public final class GenerationPatch {
  private final OpenGeneration base;
  private final Path from;
  private final Path directory;
  private final Digests digests;
  private final Taxonomy taxonomy;
  private final IndexSettings settings;
  private final TextAnalyzers analysis;
  private final StepObserver steps;
  private final AffectedEntries touched;
  private final Map<String, Manifest.Sum> shared = new HashMap<>();

  public GenerationPatch(
      OpenGeneration base,
      Path from,
      Path directory,
      Digests digests,
      Taxonomy taxonomy,
      IndexSettings settings,
      StepObserver steps) {
    this.base = base;
    this.from = from;
    this.directory = directory;
    this.digests = digests;
    this.taxonomy = taxonomy;
    this.settings = settings;
    this.analysis = new TextAnalyzers(settings);
    this.steps = steps;
    this.touched = new AffectedEntries(base);
  }

  /// The name of the new generation.
  public String id() {
    return directory.getFileName().toString();
  }

  /// A new entry, or one that replaces the entry of its kind and id. All that it refers to must be
  /// there or be put too.
  public void put(Entry entry, byte[] record) {
    touched.put(entry, record);
  }

  /// Writes, commits, forces all bytes to the disk and writes the manifest.
  public Manifest finish(List<Manifest.Source> sources, Instant now) throws IOException {
    touched.spread();
    PatchJoins joins = new PatchJoins(base, touched);
    TraitsCodec old = new TraitsCodec(taxonomy, base.cities());
    TraitsCodec codec = new TraitsCodec(taxonomy, base.cities().copy());
    Joins after = joins.after(codec);
    DocumentMaker was = new DocumentMaker(joins.before(old), old, taxonomy, settings);
    DocumentMaker is = new DocumentMaker(after, codec, taxonomy, settings);
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    shareKept();
    for (Kind kind : Kind.values()) {
      share(kind);
      counts.put(
          kind, touched.lines(kind).isEmpty() ? base.manifest().count(kind) : write(kind, was, is));
    }
    steps.done("committed");
    List<Manifest.Source> all = new ArrayList<>(base.manifest().sources());
    all.addAll(sources);
    Manifest manifest =
        new Manifest(
            id(),
            digests.configuration(),
            digests.indexing(),
            now,
            joins.newest(after.newest()),
            counts,
            all,
            Checksums.of(directory, shared));
    steps.done("summed up");
    manifest.write(directory);
    steps.done("manifest written");
    DurableFiles.force(directory);
    return manifest;
  }

  /// Files that are kept beside the indexes.
  private void shareKept() throws IOException {
    for (Map.Entry<String, Manifest.Sum> each : base.manifest().files().entrySet()) {
      if (!each.getKey().contains("/")) {
        HardLinks.link(from.resolve(each.getKey()), directory.resolve(each.getKey()));
        shared.put(each.getKey(), each.getValue());
      }
    }
  }

  private void share(Kind kind) throws IOException {
    Path to = directory.resolve(kind.word());
    for (String name : HardLinks.make(from.resolve(kind.word()), to)) {
      String path = kind.word() + "/" + name;
      Manifest.Sum sum = base.manifest().files().get(path);
      if (sum != null) {
        shared.put(path, sum);
      }
    }
    DurableFiles.force(to);
    steps.done("files shared");
  }

  private long write(Kind kind, DocumentMaker was, DocumentMaker is) throws IOException {
    KindIndex index = base.index(kind);
    FieldTotals totals = index.totals();
    Path path = directory.resolve(kind.word());
    long added = 0;
    try (KindWriter writer = KindWriter.over(path, settings)) {
      for (AffectedEntries.Line each : touched.lines(kind)) {
        EntryId id = each.entry().id();
        Optional<AffectedEntries.Line> before = touched.before(kind, id);
        if (before.isPresent()) {
          Document old = was.document(before.get().entry(), before.get().record());
          totals.add(old, -1, analysis);
        } else {
          added++;
        }
        Document document = is.document(each.entry(), each.record());
        totals.add(document, 1, analysis);
        writer.put(id.value(), document);
      }
      long count = writer.finish(totals.data());
      if (count != base.manifest().count(kind) + added) {
        throw new IllegalStateException(
            "%s has %s entries; it should have %s more than %s"
                .formatted(kind.word(), count, added, base.manifest().count(kind)));
      }
      return count;
    }
  }

  /// Entries of a kind whose documents were written.
  public Set<EntryId> touched(Kind kind) {
    return Set.copyOf(touched.ids(kind));
  }
}
