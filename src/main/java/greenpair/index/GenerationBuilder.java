package greenpair.index;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.ConceptFinder;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Solution;
import greenpair.catalog.Taxonomy;
import greenpair.catalog.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Writes one generation in two passes over the same entries: [#survey] learns the cities and joins
/// deployments to firms and financiers, [#add] writes documents. The directory becomes a generation
/// only when [#finish] has written the manifest; until then it is rubbish that may be deleted.
///
/// One thread calls, and one of its own writes what the first made, so that documents stand in the
/// order of the source and two builds of the same input answer alike.
public final class GenerationBuilder implements AutoCloseable {
  /// Places whose names an entry is found by.
  private static final int MOST_PLACES = 50;

  private final Path directory;
  private final Digests digests;
  private final TraitsCodec codec;
  private final Taxonomy taxonomy;
  private final ConceptFinder finder;
  private final CityTable cities = new CityTable();
  private final Map<Integer, Text> cityNames = new HashMap<>();
  private final Map<Code, List<Joined>> byCode = new HashMap<>();
  private final Map<EntryId, List<Joined>> byFirm = new HashMap<>();
  private final Map<EntryId, List<Joined>> byFinancier = new HashMap<>();
  private final Map<Kind, KindWriter> writers = new EnumMap<>(Kind.class);
  private final WriterThread thread;
  private final Steps steps;
  private @Nullable Integer newest;

  /// A deployment as the firms and financiers of it will carry it.
  private static final class Joined {
    final BytesRef packed;
    final int city;
    final List<Code> codes;
    final Grade grade;

    /// Whether it shows that the thing was done.
    final boolean proves;

    /// Whether it lies in its city, not near it.
    final boolean inCity;

    /// Whether it refers to an entry that is not there and so will not be added itself.
    boolean isDangling;

    Joined(BytesRef packed, int city, Deployment deployment) {
      this.packed = packed;
      this.city = city;
      this.codes = deployment.technologies();
      this.grade = deployment.grade();
      this.proves = Deployment.proves(deployment.grade(), deployment.status());
      this.inCity = !Boolean.FALSE.equals(deployment.inCity());
    }
  }

  GenerationBuilder(
      Path directory, Digests digests, Taxonomy taxonomy, IndexSettings settings, Steps steps)
      throws IOException {
    this.steps = steps;
    this.directory = directory;
    this.digests = digests;
    this.codec = new TraitsCodec(new CodeTable(taxonomy));
    this.taxonomy = taxonomy;
    this.finder = new ConceptFinder(taxonomy, settings.terms());
    for (Kind kind : Kind.values()) {
      writers.put(kind, new KindWriter(directory.resolve(kind.word()), settings));
    }
    this.thread = new WriterThread();
  }

  /// First pass: every entry that will be added, in any order.
  public void survey(Entry entry) {
    switch (entry) {
      case City city -> {
        int ordinal = cities.ordinal(city.id());
        cities.put(ordinal, CityTraits.of(city));
        cityNames.put(ordinal, city.name());
      }
      case Deployment deployment -> join(deployment);
      case Need need -> {}
      case Firm firm -> {}
      case Financier financier -> {}
      case Solution solution -> {}
    }
  }

  private void join(Deployment deployment) {
    Integer year = Deployment.year(deployment.start(), deployment.end());
    boolean proves = Deployment.proves(deployment.grade(), deployment.status());
    if (proves && year != null && (newest == null || year > newest)) {
      newest = year;
    }
    int city = cities.ordinal(deployment.city());
    Joined joined =
        new Joined(new BytesRef(codec.packPrecedent(deployment, city)), city, deployment);
    deployment
        .technologies()
        .forEach(code -> byCode.computeIfAbsent(code, k -> new ArrayList<>(1)).add(joined));
    // One that is named twice has one case all the same.
    deployment.firms().stream()
        .distinct()
        .forEach(id -> byFirm.computeIfAbsent(id, k -> new ArrayList<>(1)).add(joined));
    deployment.financiers().stream()
        .distinct()
        .forEach(id -> byFinancier.computeIfAbsent(id, k -> new ArrayList<>(1)).add(joined));
  }

  /// Between the passes: drops deployments that refer to an entry that is not there, so that no
  /// firm carries a case that the index does not have.
  public void settle(Predicate<EntryId> firmExists, Predicate<EntryId> financierExists) {
    settle(byFirm, firmExists);
    settle(byFinancier, financierExists);
    byCode.values().forEach(list -> list.removeIf(each -> each.isDangling));
    byFirm.values().forEach(list -> list.removeIf(each -> each.isDangling));
    byFinancier.values().forEach(list -> list.removeIf(each -> each.isDangling));
  }

  private void settle(Map<EntryId, List<Joined>> joined, Predicate<EntryId> exists) {
    joined.forEach(
        (id, list) -> {
          boolean there = exists.test(id);
          for (Joined each : list) {
            each.isDangling |= !there || !cities.isKnown(each.city);
          }
        });
  }

  /// Second pass: writes an entry, or has it written a little later.
  ///
  /// @param record the entry as a line of the catalog format, kept as it is
  public void add(Entry entry, byte[] record) throws IOException {
    thread.add(writer(entry.kind()), document(entry, record));
  }

  /// Makes the document of an entry.
  Document document(Entry entry, byte[] record) {
    List<Joined> joined =
        switch (entry) {
          case Firm firm -> byFirm.getOrDefault(firm.id(), List.of());
          case Financier financier -> byFinancier.getOrDefault(financier.id(), List.of());
          case Deployment deployment -> List.of();
          case City city -> List.of();
          case Need need -> List.of();
          case Solution solution -> List.of();
        };
    Features features = new Features();
    features.add(entry);
    joined.forEach(each -> features.add(proof(each.codes, each.grade, each.city)));
    if (entry instanceof Deployment deployment) {
      int city = cities.ordinal(deployment.city());
      features.add(proof(deployment.technologies(), deployment.grade(), city));
    }
    // Ranking may use what is restricted; nothing that is searched, counted or marked holds it.
    Entry open = Disclosure.open(entry);
    Document document = Documents.of(open, record, traits(entry, joined), features);
    FacetTable facets = writer(entry.kind()).facets();
    SearchFields.add(document, open, forSearch(open, joined), facets, taxonomy, finder);
    return document;
  }

  /// What people search for in an entry beyond its own record.
  private SearchFields.Joined forSearch(Entry entry, List<Joined> own) {
    List<Joined> behind = own;
    Integer place = null;
    switch (entry) {
      case Solution solution ->
          behind =
              solution.technologies().stream()
                  .flatMap(code -> byCode.getOrDefault(code, List.of()).stream())
                  .distinct()
                  .toList();
      case Deployment deployment -> {
        place = cities.ordinal(deployment.city());
        behind = List.of(new Joined(new BytesRef(), place, deployment));
      }
      case Need need -> place = cities.ordinal(need.city());
      case City city -> {}
      case Firm firm -> {}
      case Financier financier -> {}
    }
    Set<Integer> named = new LinkedHashSet<>();
    if (place != null) {
      named.add(place);
    }
    List<FacetValues.Proof> proofs = new ArrayList<>();
    Set<Code> shown = new LinkedHashSet<>();
    for (Joined each : behind) {
      if (each.proves) {
        proofs.add(new FacetValues.Proof(each.grade, cities.at(each.city), each.inCity));
        shown.addAll(each.codes);
        named.add(each.city);
      }
    }
    return new SearchFields.Joined(
        proofs,
        entry instanceof Solution ? Set.of() : shown,
        place == null ? null : cities.at(place),
        names(named, entry));
  }

  /// Names of cities for the words of an entry; a solution that is proven everywhere would answer
  /// to every city.
  private List<Text> names(Set<Integer> places, Entry entry) {
    List<Text> names = new ArrayList<>();
    for (int ordinal : places) {
      Text name = cityNames.get(ordinal);
      if (name != null && names.size() < MOST_PLACES && !(entry instanceof Solution)) {
        names.add(name);
      }
    }
    return names;
  }

  private Features.Proof proof(List<Code> codes, Grade grade, int city) {
    CityTraits traits = cities.at(city);
    return new Features.Proof(codes, grade, traits.country(), traits.region());
  }

  private BytesRef traits(Entry entry, List<Joined> joined) {
    return switch (entry) {
      case City city -> CityCodec.pack(CityTraits.of(city), cities.ordinal(city.id()));
      case Deployment deployment -> {
        int city = cities.ordinal(deployment.city());
        yield codec.pack(deployment, List.of(new BytesRef(codec.packPrecedent(deployment, city))));
      }
      case Need need -> codec.pack(need, List.of());
      case Solution solution -> codec.pack(solution, List.of());
      case Firm firm -> codec.pack(firm, packed(joined));
      case Financier financier -> codec.pack(financier, packed(joined));
    };
  }

  private static List<BytesRef> packed(List<Joined> joined) {
    return joined.stream().map(each -> each.packed).toList();
  }

  /// Where it is written.
  Path directory() {
    return directory;
  }

  /// Commits every kind, forces all bytes to the disk and writes the manifest.
  public Manifest finish(List<Manifest.Source> sources, Instant now) throws IOException {
    thread.finish();
    Map<Kind, Long> counts = commit();
    steps.done("committed");
    Manifest manifest =
        new Manifest(
            directory.getFileName().toString(),
            digests.configuration(),
            digests.indexing(),
            now,
            newest,
            counts,
            sources,
            Checksums.of(directory));
    steps.done("summed up");
    manifest.write(directory);
    steps.done("manifest written");
    GenerationStore.force(directory);
    return manifest;
  }

  /// The indexes of the kinds have nothing to do with each other, so all processors commit.
  private Map<Kind, Long> commit() throws IOException {
    Map<Kind, Future<Long>> commits = new EnumMap<>(Kind.class);
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Kind kind : Kind.values()) {
        commits.put(kind, threads.submit(() -> writer(kind).finish()));
      }
      for (Map.Entry<Kind, Future<Long>> each : commits.entrySet()) {
        counts.put(each.getKey(), each.getValue().get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw new IOException(failure.getMessage(), failure);
      }
      throw new IllegalStateException("committing the index failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while committing the index", e);
    }
    return counts;
  }

  private KindWriter writer(Kind kind) {
    return java.util.Objects.requireNonNull(writers.get(kind));
  }

  /// Lets go of all files. What was not finished stays behind as rubbish for the store to clear.
  @Override
  public void close() throws IOException {
    thread.close();
    for (KindWriter writer : writers.values()) {
      writer.close();
    }
  }
}
