package greenpair.reindex.merge;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.IdTable;
import greenpair.registry.format.References;
import greenpair.registry.source.convert.Consolidation;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.convert.Tolerance;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.SourceException;
import greenpair.reindex.run.BuildResult;
import greenpair.reindex.run.BuildResult.Counts;
import greenpair.reindex.run.Configuration;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.RejectedException;
import greenpair.reindex.run.ReviewFiles;
import greenpair.reindex.run.ReviewFiles.Review;
import greenpair.reindex.run.RunObserver;
import greenpair.reindex.run.SourceSummary;
import greenpair.reindex.run.WorkFolder;
import greenpair.resolve.Resolution;
import greenpair.resolve.Resolver;
import greenpair.resolve.name.Party;
import greenpair.resolve.name.ResolveSettings;

/// Combines registries and catalog files into one catalog: every registry is read and mapped, every
/// line is checked, and duplicate firms and financiers are found and merged.
///
/// Catalog files have the source name [#CATALOG] and precede all registries. They are written by
/// hand and must not refer to entries of registries.
public final class Registries {
  static final String CATALOG = Party.CURATED;

  private final Configuration configuration;
  private final Path data;
  private final RunObserver watch;
  private final Counts counts = new Counts();
  private long entries;

  /// Entries that were converted or checked, all of which are resolved.
  private long expected;

  public Registries(Configuration configuration, Path data, RunObserver watch) {
    this.configuration = configuration;
    this.data = data;
    this.watch = watch;
  }

  /// The result.
  ///
  /// @param ids file that stays with the generation: [RecordIds]
  /// @param entries of every source before merging, by source and kind
  public record Outcome(
      Path catalog, Path ids, SourceSummary summary, Map<String, Map<String, Long>> entries) {
    /// Entries of the one catalog.
    public long lines() {
      return summary.written().values().stream().mapToLong(count -> count).sum();
    }
  }

  /// Reads, checks, resolves and merges into a file of the work folder.
  ///
  /// @throws greenpair.registry.source.read.SourceException if a registry cannot be read or too
  ///     many of its rows are bad
  /// @throws RejectedException if lines of the catalog files are invalid
  public Outcome run(ReindexRequest request, ReindexRequest.Registries registries, WorkFolder work)
      throws IOException {
    List<Mapping> mappings = byTrust(registries);
    Map<String, RowResults> accounts = new LinkedHashMap<>();
    List<Path> rejectFiles = new ArrayList<>();
    for (Mapping mapping : mappings) {
      RowResults account =
          convert(mapping, registries.folder(), request.tolerance(), work, rejectFiles);
      accounts.put(mapping.name(), account);
      expected += account.entries().values().stream().mapToLong(count -> count).sum();
    }
    ResolvedIds ids = new ResolvedIds();
    List<Consolidation.Part> parts = parts(request, mappings, work);
    Path changed = work.file(RecordIds.FILE);
    Path catalog = work.file("resolved.jsonl");
    int limit = mappings.stream().mapToInt(Mapping::provenanceLimit).max().orElse(1);
    Map<Kind, Resolution> found = resolve(parts, ids, new ReviewFiles(data).answers());
    ReviewQuestions questions = new ReviewQuestions(found.values());
    Consolidation.Result result;
    watch.stage("merging", entries);
    try (RecordIds.Writer records = new RecordIds.Writer(changed)) {
      result =
          new Consolidation(configuration.json(), ids, limit)
              .write(
                  parts,
                  catalog,
                  seen -> {
                    watch.row();
                    questions.see(seen);
                    records.see(seen, ids);
                  });
    }
    long doubts = found.values().stream().mapToLong(Resolution::allDoubts).sum();
    SourceSummary summary =
        new SourceSummary(
            accounts,
            rejectFiles,
            result.read(),
            result.written(),
            result.notes(),
            doubts,
            questions.open());
    return new Outcome(catalog, changed, summary, counts.bySource());
  }

  /// Most trusted first, then newest.
  private List<Mapping> byTrust(ReindexRequest.Registries registries) throws IOException {
    return configuration.mappings(registries.names(), registries.gazetteer()).stream()
        .sorted(
            Comparator.comparingInt(Mapping::trust)
                .thenComparing(Mapping::retrieved)
                .reversed()
                .thenComparing(Mapping::name))
        .toList();
  }

  /// Maps a registry to a catalog file of its name in the work folder.
  private RowResults convert(
      Mapping mapping, Path folder, Tolerance tolerance, WorkFolder work, List<Path> rejectFiles)
      throws IOException {
    watch.stage("converting " + mapping.name(), 0);
    try {
      RowResults account =
          new Conversion(mapping, configuration.json())
              .run(mapping.files(folder), work.file(mapping.name() + ".jsonl"), tolerance, watch);
      rejectFiles.addAll(keepRejects(mapping.name(), work));
      return account;
    } catch (SourceException e) {
      keepRejects(mapping.name(), work);
      throw e;
    }
  }

  /// The rejects of this run replace those of the last one.
  private List<Path> keepRejects(String name, WorkFolder work) throws IOException {
    Path folder = data.resolve("rejects");
    Files.createDirectories(folder);
    try (var old = Files.newDirectoryStream(folder, name + ".rejects*")) {
      for (Path each : old) {
        Files.delete(each);
      }
    }
    List<Path> kept = new ArrayList<>();
    for (Path each : work.files(name + ".rejects")) {
      Path file = folder.resolve(each.getFileName());
      Files.move(each, file, StandardCopyOption.REPLACE_EXISTING);
      kept.add(file);
    }
    return kept;
  }

  private List<Consolidation.Part> parts(
      ReindexRequest request, List<Mapping> mappings, WorkFolder work) {
    List<Consolidation.Part> parts = new ArrayList<>();
    if (!request.catalogs().isEmpty()) {
      CatalogFiles files = new CatalogFiles(request.catalogs(), configuration.json());
      check(files);
      parts.add(new Consolidation.Part(CATALOG, files));
    }
    for (Mapping mapping : mappings) {
      Path file = work.file(mapping.name() + ".jsonl");
      parts.add(
          new Consolidation.Part(
              mapping.name(), new CatalogFiles(List.of(file), configuration.json())));
    }
    return parts;
  }

  private void check(CatalogFiles files) {
    watch.stage("checking", 0);
    References references = new References();
    long before = expected;
    files.read(
        reading -> {
          expected++;
          references.note(reading);
        });
    watch.stage("checking", expected - before);
    RejectedException.Lines bad = new RejectedException.Lines();
    files.read(
        reading -> {
          watch.row();
          if (references.checked(reading) instanceof LineResult.Rejected line) {
            bad.add(line.origin(), line.problem());
          }
        });
    bad.check();
  }

  private Map<Kind, Resolution> resolve(
      List<Consolidation.Part> parts, ResolvedIds ids, List<Review> reviews) {
    watch.stage("resolving", expected);
    ResolveSettings settings = configuration.resolving();
    List<Resolver.Answer> answers =
        reviews.stream()
            .map(each -> new Resolver.Answer(each.one(), each.two(), each.same()))
            .toList();
    Map<Kind, Resolver> resolvers = new EnumMap<>(Kind.class);
    IdTable seen = new IdTable();
    for (Consolidation.Part part : parts) {
      part.files()
          .read(
              reading -> {
                if (reading instanceof LineResult.Accepted line) {
                  watch.row();
                  entries++;
                  Entry entry = line.entry();
                  counts.add(
                      part.source().equals(CATALOG)
                          ? BuildResult.catalog(line.origin().file())
                          : BuildResult.REGISTRY + part.source(),
                      entry);
                  if (!seen.putIfAbsent(entry.kind().word() + " " + entry.id(), 0)) {
                    ids.repeats(entry, part.source());
                  }
                  Party.of(entry, part.source())
                      .ifPresent(
                          party ->
                              resolvers
                                  .computeIfAbsent(
                                      entry.kind(), kind -> new Resolver(settings, answers))
                                  .add(party));
                }
              });
    }
    Map<Kind, Resolution> found = new EnumMap<>(Kind.class);
    // Each resolver is large and of no use afterwards.
    for (Kind kind : Kind.values()) {
      Resolver resolver = resolvers.remove(kind);
      if (resolver != null) {
        Resolution resolution = resolver.resolve();
        ids.resolve(resolution);
        found.put(kind, resolution);
      }
    }
    return found;
  }
}
