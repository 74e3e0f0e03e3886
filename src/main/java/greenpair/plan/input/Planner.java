package greenpair.plan.input;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.Recommender;
import greenpair.match.settings.CitySimilaritySettings;
import greenpair.message.Message;
import greenpair.message.Phrases;
import greenpair.plan.ImpossibleException;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Allocator;
import greenpair.plan.allocation.Conflict;
import greenpair.plan.allocation.Plan;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.pairs.CityPair;

/// Plans, on one snapshot, by the rules of one configuration. Safe for use by many threads.
public final class Planner {
  private final PlanSettings settings;
  private final CitySimilaritySettings similarity;
  private final Taxonomy taxonomy;
  private final Recommender recommender;
  private final Phrases phrases;

  public Planner(
      PlanSettings settings,
      CitySimilaritySettings similarity,
      Taxonomy taxonomy,
      Recommender recommender,
      Phrases phrases) {
    this.settings = settings;
    this.similarity = similarity;
    this.taxonomy = taxonomy;
    this.recommender = recommender;
    this.phrases = phrases;
  }

  public PlanSettings settings() {
    return settings;
  }

  /// Describes plans in words, with the names of a snapshot.
  public PlanWords words(Snapshot snapshot) {
    return new PlanWords(phrases, snapshot);
  }

  /// Makes a plan.
  ///
  /// @throws ImpossibleException if conditions cannot be met; of partners, [PlanResult.Partners]
  ///     names what conflicts instead
  /// @throws NotFoundException if a city is not in the catalog
  public PlanResult make(PlanRequest request, Snapshot snapshot, PlanObserver watch) {
    watch.at(PlanObserver.Step.ASKING, 1, 1);
    return switch (request) {
      case PlanRequest.Cohort cohort -> cohort(cohort, snapshot, watch);
      case PlanRequest.Pairs pairs -> pairs(pairs, snapshot);
      case PlanRequest.Partners partners -> partners(partners, snapshot, watch);
      case PlanRequest.Meetings meetings ->
          new PlanResult.Meetings(Timetable.of(meetings.summit(), watch));
    };
  }

  private PlanResult cohort(PlanRequest.Cohort request, Snapshot snapshot, PlanObserver watch) {
    CohortInputs inputs = new CohortInputs(snapshot, recommender);
    List<City> cities = inputs.cities();
    var applicants = cities.stream().map(CohortInputs::applicant).toList();
    var observations = inputs.observations(cities, settings);
    CohortReport report =
        CohortReport.of(
            applicants,
            settings.indicators(),
            observations,
            settings.method(),
            request.conditions(settings),
            watch);
    return new PlanResult.Cohort(report, applicants, observations);
  }

  private PlanResult pairs(PlanRequest.Pairs request, Snapshot snapshot) {
    List<CityPair> best = CityPair.best(possible(request, snapshot), request.perCity());
    List<EntryId> alone =
        cities(request.cities(), snapshot).stream()
            .filter(city -> request.sides().contains(city.country()))
            .map(City::id)
            .filter(id -> best.stream().noneMatch(each -> each.isOf(id)))
            .sorted()
            .toList();
    return new PlanResult.Pairs(settings.pairs(), best, alone);
  }

  private List<CityPair> possible(PlanRequest.Pairs request, Snapshot snapshot) {
    List<City> cities = cities(request.cities(), snapshot);
    return new PairInputs(snapshot)
        .pairs(
            of(request.sides().getFirst(), cities),
            of(request.sides().getLast(), cities),
            settings.pairs(),
            taxonomy,
            similarity);
  }

  private static List<City> of(String country, List<City> cities) {
    List<City> own = cities.stream().filter(each -> each.country().equals(country)).toList();
    if (own.isEmpty()) {
      throw new ImpossibleException(List.of(Message.of("plan.no_city_in", "country", country)));
    }
    return own;
  }

  private PlanResult partners(PlanRequest.Partners request, Snapshot snapshot, PlanObserver watch) {
    AllocationProblem instance = instance(request, snapshot);
    Optional<Plan> plan = Allocator.solve(instance, watch);
    PlanWords words = words(snapshot);
    if (plan.isEmpty()) {
      List<Text> conflict =
          Conflict.of(instance, watch).map(Conflict::requirements).orElse(List.of()).stream()
              .map(words::requirement)
              .toList();
      return new PlanResult.Partners(instance, null, conflict);
    }
    return new PlanResult.Partners(instance, plan.get(), List.of());
  }

  private AllocationProblem instance(PlanRequest.Partners request, Snapshot snapshot) {
    List<EntryId> cities = cities(request.cities(), snapshot).stream().map(City::id).toList();
    return new PartnerInputs(snapshot, recommender, settings).instance(cities, request);
  }

  /// The named cities; without a name those of the programmes or, if there is no programme, all.
  private List<City> cities(List<EntryId> named, Snapshot snapshot) {
    if (!named.isEmpty()) {
      return named.stream()
          .map(
              id ->
                  (City)
                      snapshot
                          .entry(Kind.CITY, id)
                          .orElseThrow(() -> new NotFoundException(Kind.CITY, id)))
          .toList();
    }
    return snapshot.participation().isEmpty()
        ? new CohortInputs(snapshot, recommender).cities()
        : snapshot.participants(Integer.MAX_VALUE);
  }

  /// Whether a snapshot gives the candidates of a result; nothing is planned.
  public boolean hasInputs(PlanRequest request, PlanResult result, Snapshot snapshot) {
    return switch (request) {
      case PlanRequest.Cohort cohort -> {
        CohortInputs inputs = new CohortInputs(snapshot, recommender);
        List<City> cities = inputs.cities();
        yield result instanceof PlanResult.Cohort made
            && made.applicants().equals(cities.stream().map(CohortInputs::applicant).toList())
            && made.observations().equals(inputs.observations(cities, settings));
      }
      case PlanRequest.Pairs pairs ->
          result instanceof PlanResult.Pairs made
              && possible(pairs, snapshot).containsAll(made.pairs());
      case PlanRequest.Partners partners ->
          result instanceof PlanResult.Partners made
              && made.instance().equals(instance(partners, snapshot));
      // A timetable depends only on its request.
      case PlanRequest.Meetings meetings -> result instanceof PlanResult.Meetings;
    };
  }
}
