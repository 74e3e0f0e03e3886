package greenpair.match;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Published;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.generation.Digests;
import greenpair.index.generation.Manifest;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.format.References;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// The demonstration cohort of `fixtures/`, indexed into a folder and open for reading, with what
/// the recommender makes of it. Ages count from 2026, independent of the clock.
final class Cohort implements Closeable {
  static final EntryId LOS_ANGELES_N2 = Given.id("us-ca-losangeles-n2");
  static final int ALL = RecommendationRequest.MAX_LIMIT;
  static final Recommender RECOMMENDER = new Recommender(Given.RULES, Given.FINDER, Given.PHRASES);
  static final MatchingParts MATCHING = MatchingParts.of(Given.RULES, Given.FINDER, Given.PHRASES);

  private static final Instant NOW = Instant.parse(Given.NOW + "-07-01T00:00:00Z");

  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<EntryId, List<Packages.Offer>> packages = new HashMap<>();
  private final LiveIndex live;
  private final Snapshot snapshot;

  private Cohort(Path data) throws IOException {
    this(data, entry -> true);
  }

  /// The cohort without its programme.
  static Cohort outsideProgrammes(Path data) throws IOException {
    return new Cohort(data, entry -> entry.kind() != Kind.PROGRAMME);
  }

  private Cohort(Path data, Predicate<Entry> isKept) throws IOException {
    CatalogJson json = new CatalogJson(Given.TAXONOMY);
    String configuration = Given.FOLDER.digest();
    GenerationStore store = new GenerationStore(data);
    build(store, new CatalogFiles(List.of(Path.of("fixtures")), json), configuration, isKept);
    live =
        new LiveIndex(
            store, new Digests(configuration, configuration), Given.TAXONOMY, Given.INDEX, json);
    live.refresh();
    snapshot = live.acquire();
  }

  static Shared<Cohort> shared() {
    return new Shared<>(Cohort.class, Cohort::new);
  }

  private static void build(
      GenerationStore store, CatalogFiles files, String configuration, Predicate<Entry> isKept)
      throws IOException {
    try (GenerationStore.Lock lock = store.lock();
        GenerationBuilder builder =
            store.begin(
                lock,
                new Digests(configuration, configuration),
                Given.TAXONOMY,
                Given.INDEX,
                NOW)) {
      References references = new References();
      files.read(
          reading -> {
            LineResult.Accepted accepted = accepted(reading);
            if (!isKept.test(accepted.entry())) {
              return;
            }
            references.note(accepted.entry(), accepted.origin());
            builder.survey(accepted.entry());
          });
      builder.settle(references::has);
      files.read(
          reading -> {
            if (isKept.test(accepted(reading).entry())) {
              add(accepted(reading), builder);
            }
          });
      Manifest manifest = builder.finish(List.of(), NOW);
      store.publish(Published.of(manifest.id()));
    }
  }

  private static LineResult.Accepted accepted(LineResult reading) {
    return switch (reading) {
      case LineResult.Accepted accepted -> accepted;
      case LineResult.Rejected rejected -> throw new IllegalStateException(rejected.toString());
    };
  }

  private static void add(LineResult.Accepted accepted, GenerationBuilder builder) {
    try {
      builder.add(accepted.entry(), accepted.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Snapshot snapshot() {
    return snapshot;
  }

  List<Need> needs() {
    return snapshot.entries(Kind.NEED, 0, 1000).stream().map(Need.class::cast).toList();
  }

  List<EntryId> cities() {
    return snapshot.entries(Kind.CITY, 0, 1000).stream().map(Entry::id).toList();
  }

  /// The answer for all needs of a city, made once.
  Answer answer(Kind kind, EntryId city) {
    return answers.computeIfAbsent(
        kind + " " + city,
        key -> RECOMMENDER.recommend(RecommendationRequest.ofCity(kind, city, ALL), snapshot));
  }

  /// The packages of a need, made once.
  List<Packages.Offer> packages(EntryId need) {
    return packages.computeIfAbsent(
        need, key -> RECOMMENDER.packages(need, 0, ALL, snapshot).packages());
  }

  Set<EntryId> good(Kind kind, Need need) {
    Set<EntryId> ids = new HashSet<>();
    RECOMMENDER.good(kind, need, Integer.MAX_VALUE, snapshot).forEach(each -> ids.add(each.id()));
    return ids;
  }

  @Override
  public void close() {
    snapshot.close();
    live.close();
  }
}
