package greenpair.cli;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Problems;
import greenpair.registry.CatalogFiles;
import greenpair.registry.OpenReview;
import greenpair.registry.Reading;
import greenpair.registry.References;
import greenpair.registry.Review;
import greenpair.registry.ReviewFiles;
import greenpair.registry.source.Account;
import greenpair.registry.source.Consolidation;
import greenpair.registry.source.Conversion;
import greenpair.registry.source.Mapping;
import greenpair.registry.source.SeenIds;
import greenpair.registry.source.Tolerance;
import greenpair.resolve.Answer;
import greenpair.resolve.Party;
import greenpair.resolve.Resolution;
import greenpair.resolve.ResolveSettings;
import greenpair.resolve.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// From registries and catalog files to one catalog: every registry is read and mapped, every line
/// checked, firms and financiers that are one are found and merged.
///
/// Catalog files have the name [#CATALOG] as a source and come before all registries; they must be
/// whole in themselves, since a person wrote them.
final class Registries {
  static final String CATALOG = "catalog";
  private static final int SHOWN = 20;

  private final Engine engine;
  private final Path data;
  private final Progress progress;

  Registries(Engine engine, Path data, Progress progress) {
    this.engine = engine;
    this.data = data;
    this.progress = progress;
  }

  /// What to read.
  ///
  /// @param mappings the registries
  /// @param sources the folder of their files
  /// @param catalogs catalog files, maybe none
  /// @param allowRejects lines of the catalog files that may be bad
  /// @param tolerance rows of one registry that may be rejected
  record Order(
      List<Mapping> mappings,
      Path sources,
      List<Path> catalogs,
      long allowRejects,
      Tolerance tolerance) {
    Order {
      // The word of the most trusted counts, then that of the newest.
      mappings =
          mappings.stream()
              .sorted(
                  Comparator.comparingInt(Mapping::trust)
                      .thenComparing(Mapping::retrieved)
                      .reversed()
                      .thenComparing(Mapping::name))
              .toList();
      catalogs = List.copyOf(catalogs);
    }
  }

  /// What came out.
  ///
  /// @param catalog the one catalog
  /// @param accounts what became of the rows, by registry
  /// @param rejectFiles where the rejected rows are
  /// @param joined firms and financiers that were merged with another
  /// @param open questions for `greenpair review`
  record Outcome(
      Path catalog,
      Map<String, Account> accounts,
      List<Path> rejectFiles,
      Consolidation.Result result,
      Map<Kind, Integer> joined,
      long open) {
    Outcome {
      rejectFiles = List.copyOf(rejectFiles);
    }
  }

  /// Reads, checks, resolves and merges into a file of the work folder.
  ///
  /// @throws greenpair.registry.source.SourceException when a registry cannot be read or too many
  ///     of its rows are bad
  /// @throws RejectedException when too many lines of the catalog files are bad
  Outcome run(Order order, WorkFolder work) throws IOException {
    Map<String, Account> accounts = new LinkedHashMap<>();
    List<Path> rejectFiles = new ArrayList<>();
    for (Mapping mapping : order.mappings()) {
      progress.stage("converting " + mapping.name());
      Path out = work.file(mapping.name() + ".jsonl");
      var part =
          new Conversion.Part(
              new Conversion(mapping, engine.json()), mapping.source(order.sources(), null));
      try {
        accounts.put(
            mapping.name(), Conversion.run(List.of(part), out, order.tolerance(), progress::step));
      } finally {
        rejectFiles.addAll(keepRejects(mapping.name(), work));
      }
    }
    ResolvedIds ids = new ResolvedIds();
    List<Consolidation.Part> parts = parts(order, work, ids);
    ReviewFiles reviews = new ReviewFiles(data);
    Map<Kind, Resolution> found = resolve(parts, ids, reviews.answers());
    Questions questions = new Questions(found.values());
    progress.stage("merging");
    Path catalog = work.file("resolved.jsonl");
    int limit = order.mappings().stream().mapToInt(Mapping::provenanceLimit).max().orElse(1);
    Consolidation.Result result =
        new Consolidation(engine.json(), ids, limit)
            .write(
                parts,
                catalog,
                seen -> {
                  progress.step();
                  questions.see(seen);
                });
    List<OpenReview> open = questions.open();
    reviews.ask(open);
    Map<Kind, Integer> joined = new EnumMap<>(Kind.class);
    found.forEach((kind, resolution) -> joined.put(kind, resolution.leaders().size()));
    long all = found.values().stream().mapToLong(Resolution::allDoubts).sum();
    return new Outcome(catalog, accounts, rejectFiles, result, joined, all);
  }

  /// The rejects of this run stand in place of those of the last.
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

  private List<Consolidation.Part> parts(Order order, WorkFolder work, ResolvedIds ids) {
    List<Consolidation.Part> parts = new ArrayList<>();
    if (!order.catalogs().isEmpty()) {
      CatalogFiles files = new CatalogFiles(order.catalogs(), engine.json());
      check(files, order.allowRejects(), ids);
      parts.add(new Consolidation.Part(CATALOG, files));
    }
    for (Mapping mapping : order.mappings()) {
      Path file = work.file(mapping.name() + ".jsonl");
      parts.add(
          new Consolidation.Part(mapping.name(), new CatalogFiles(List.of(file), engine.json())));
    }
    return parts;
  }

  private void check(CatalogFiles files, long allowed, ResolvedIds ids) {
    progress.stage("checking");
    References references = new References();
    files.read(
        reading -> {
          if (reading instanceof Reading.Accepted line) {
            references.note(line.entry(), line.origin());
          }
        });
    List<String> bad = new ArrayList<>();
    files.read(
        reading -> {
          progress.step();
          String problem =
              switch (reading) {
                case Reading.Rejected line -> line.problem();
                case Reading.Accepted line ->
                    references.problem(line.entry(), line.origin()).orElse("");
              };
          if (!problem.isEmpty()) {
            bad.add(reading.origin() + ": " + problem);
            ids.rejects(reading.origin().toString());
          }
        });
    if (bad.size() > allowed) {
      throw new RejectedException(bad.size(), allowed, bad.stream().limit(SHOWN).toList());
    }
  }

  private Map<Kind, Resolution> resolve(
      List<Consolidation.Part> parts, ResolvedIds ids, List<Review> reviews) {
    progress.stage("resolving");
    ResolveSettings settings = settings();
    List<Answer> answers =
        reviews.stream().map(each -> new Answer(each.one(), each.two(), each.same())).toList();
    Map<Kind, Resolver> resolvers = new EnumMap<>(Kind.class);
    SeenIds seen = new SeenIds();
    for (Consolidation.Part part : parts) {
      part.files()
          .read(
              reading -> {
                if (reading instanceof Reading.Accepted line && !ids.isRejected(line)) {
                  progress.step();
                  Entry entry = line.entry();
                  if (!seen.add(entry.kind().word() + " " + entry.id())) {
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

  private ResolveSettings settings() {
    Problems problems = new Problems();
    ResolveSettings settings =
        ResolveSettings.read(
            engine.folder().settings(ResolveSettings.FILE, problems),
            engine.folder().lines(ResolveSettings.FORMS, problems),
            problems);
    problems.throwIfAny("faults in the configuration");
    return settings;
  }
}
