package greenpair.plan.input;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Provenance;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.plan.cohort.Applicant;
import greenpair.plan.cohort.Indicator;
import greenpair.plan.cohort.Indicator.Observation;
import org.jspecify.annotations.Nullable;

/// Candidates of a cohort with what the catalog and matching say of them.
public final class CohortInputs {
  /// Bounds of the classes of size, in inhabitants.
  private static final long[] SIZES = {500_000, 1_000_000, 5_000_000, 10_000_000};

  private final Snapshot snapshot;
  private final Recommender recommender;
  private final Map<EntryId, Integer> cases = new HashMap<>();

  public CohortInputs(Snapshot snapshot, Recommender recommender) {
    this.snapshot = snapshot;
    this.recommender = recommender;
    Entries.of(Kind.DEPLOYMENT, snapshot)
        .forEach(
            each -> {
              Deployment done = (Deployment) each;
              if (Deployment.proves(done.grade(), done.status())) {
                cases.merge(done.city(), 1, Integer::sum);
              }
            });
  }

  public List<City> cities() {
    return Entries.of(Kind.CITY, snapshot).stream().map(City.class::cast).toList();
  }

  /// A city with the traits that it would bring.
  public static Applicant applicant(City city) {
    Set<String> traits = new TreeSet<>();
    city.technologies().forEach(code -> traits.add("sector:" + code.root()));
    if (city.koppen() != null) {
      traits.add("climate:" + city.koppen());
    }
    if (city.region() != null) {
      traits.add("region:" + city.region());
    }
    City.Population population = city.population();
    if (population != null) {
      int size = 0;
      while (size < SIZES.length && population.count() >= SIZES[size]) {
        size++;
      }
      traits.add("size:" + size);
    }
    return new Applicant(city.id(), city.name(), city.country(), city.region(), traits);
  }

  /// The known values of the cities; an unknown value gives no observation.
  public List<Observation> observations(List<City> cities, PlanSettings settings) {
    List<Observation> all = new ArrayList<>(settings.stated());
    settings
        .measures()
        .forEach(
            (indicator, measure) -> {
              for (City city : cities) {
                Observation seen = observe(city, indicator, measure);
                if (seen != null) {
                  all.add(seen);
                }
              }
            });
    return all;
  }

  private @Nullable Observation observe(
      City city, Indicator indicator, PlanSettings.Measure measure) {
    return switch (measure) {
      case GRID -> {
        City.Grid grid = city.grid();
        yield grid == null || grid.factor() == null
            ? null
            : of(city, indicator, grid.factor(), grid.year(), "grid");
      }
      case TARGET_YEAR -> {
        City.Target target = city.target();
        yield target == null || target.year() == null || target.sort() != City.TargetSort.NET_ZERO
            ? null
            : of(city, indicator, target.year(), null, "target");
      }
      case PARTNER_FIT -> fit(city, indicator);
      case CASES -> derived(city, indicator, cases.getOrDefault(city.id(), 0));
      case STATED -> null;
    };
  }

  private @Nullable Observation fit(City city, Indicator indicator) {
    List<Need> open = snapshot.ownNeeds(city.id()).stream().filter(Need::isOpen).toList();
    if (open.isEmpty()) {
      return null;
    }
    double sum = 0;
    for (Need need : open) {
      Answer answer =
          recommender.recommend(
              RecommendationRequest.ofNeed(Kind.FIRM, city.id(), need.id(), 1), snapshot);
      sum += answer.recommendations().stream().mapToDouble(each -> each.score()).sum();
    }
    return derived(city, indicator, sum / open.size());
  }

  private Observation derived(City city, Indicator indicator, double value) {
    String source = "generation " + snapshot.manifest().id();
    return new Observation(
        city.id(), indicator.key(), value, snapshot.manifest().asOf(), source, true);
  }

  private static Observation of(
      City city, Indicator indicator, double value, @Nullable Integer year, String field) {
    Provenance source = Provenance.first(field, city.profile().provenance());
    boolean verified = source.verified() && !city.profile().unverified().contains(field);
    return new Observation(city.id(), indicator.key(), value, year, source.source(), verified);
  }

  /// All entries of a kind, read page by page.
  static final class Entries {
    private static final int PAGE = 1000;

    private Entries() {}

    static List<Entry> of(Kind kind, Snapshot snapshot) {
      List<Entry> all = new ArrayList<>();
      List<Entry> page = snapshot.entries(kind, 0, PAGE);
      while (!page.isEmpty()) {
        all.addAll(page);
        page = page.size() < PAGE ? List.of() : snapshot.entries(kind, all.size(), PAGE);
      }
      return all;
    }
  }
}
