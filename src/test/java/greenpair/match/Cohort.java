package greenpair.match;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;

/// The demonstration cohort of `fixtures/`, indexed into a folder and open for reading, with what
/// the recommender makes of it.
final class Cohort implements Closeable {
  static final EntryId LOS_ANGELES_N2 = Given.id("us-ca-losangeles-n2");
  static final int ALL = RecommendationRequest.MAX_LIMIT;
  static final Recommender RECOMMENDER = new Recommender(Given.RULES, Given.FINDER, Given.PHRASES);
  static final MatchingParts MATCHING = MatchingParts.of(Given.RULES, Given.FINDER, Given.PHRASES);

  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<EntryId, List<Packages.Offer>> packages = new HashMap<>();
  private final LiveIndex live;
  private final Snapshot snapshot;

  private Cohort(Workbench workbench, Path data) {
    live = workbench.open(data);
    snapshot = live.acquire();
  }

  /// The cohort without its programme.
  static Cohort outsideProgrammes(Path data) throws IOException {
    Workbench workbench = new Workbench(Path.of("index-config"));
    try (Stream<Path> files = Files.list(Path.of("fixtures"))) {
      List<Path> kept =
          files
              .filter(each -> each.toString().endsWith(".jsonl"))
              .filter(each -> !each.endsWith("programmes.jsonl"))
              .toList();
      workbench.reindexQuietly(kept, data);
    }
    return new Cohort(workbench, data);
  }

  static Shared<Cohort> shared() {
    return new Shared<>(Cohort.class, data -> new Cohort(Workbench.demonstration(data), data));
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
