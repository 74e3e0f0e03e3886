package greenpair.plan.input;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Deployment.Success;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.match.settings.CitySimilaritySettings;
import greenpair.match.signal.CitySimilarity;
import greenpair.plan.input.CohortInputs.Entries;
import greenpair.plan.pairs.CityPair;
import greenpair.plan.pairs.CityPair.CityNeed;
import greenpair.plan.pairs.CityPair.ProvenProject;
import greenpair.plan.pairs.CityPair.Twin;

/// All pairs that the cities of two sides can form.
public final class PairInputs {
  private final Snapshot snapshot;
  private final Map<EntryId, List<ProvenProject>> done = new HashMap<>();

  public PairInputs(Snapshot snapshot) {
    this.snapshot = snapshot;
    Entries.of(Kind.DEPLOYMENT, snapshot)
        .forEach(
            each -> {
              Deployment deployment = (Deployment) each;
              if (Deployment.proves(deployment.grade(), deployment.status())
                  && !wentWrong(deployment)) {
                done.computeIfAbsent(deployment.city(), key -> new ArrayList<>())
                    .add(of(deployment));
              }
            });
    done.values()
        .forEach(
            all ->
                all.sort(
                    Comparator.comparing(ProvenProject::grade)
                        .thenComparing(ProvenProject::deployment)));
  }

  /// Whether it went badly for those of whom it is known, so that nobody would show it.
  private static boolean wentWrong(Deployment deployment) {
    Set<Success> results =
        deployment.parties().stream()
            .flatMap(each -> Stream.ofNullable(each.result()))
            .collect(Collectors.toSet());
    return !results.isEmpty() && Set.of(Success.POOR, Success.STOPPED).containsAll(results);
  }

  private static ProvenProject of(Deployment deployment) {
    Set<EntryId> partners = new TreeSet<>(deployment.firms());
    partners.addAll(deployment.financiers());
    return new ProvenProject(
        deployment.id(),
        deployment.name(),
        deployment.technologies(),
        deployment.grade(),
        partners);
  }

  /// Each city of one side with each of the other, if one can show the other something.
  public List<CityPair> pairs(
      List<City> ones,
      List<City> others,
      CityPair.Weights weights,
      Taxonomy taxonomy,
      CitySimilaritySettings settings) {
    CityPair.Similarity similarity =
        (one, other, code) ->
            CitySimilarity.of(
                snapshot.city(one).orElseThrow(),
                snapshot.city(other).orElseThrow(),
                code,
                settings);
    List<Twin> left = ones.stream().map(this::twin).toList();
    List<Twin> right = others.stream().map(this::twin).toList();
    List<CityPair> pairs = new ArrayList<>();
    for (Twin one : left) {
      for (Twin other : right) {
        CityPair pair = CityPair.of(one, other, weights, taxonomy, similarity);
        if (!pair.lessons().isEmpty()) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  private Twin twin(City city) {
    List<CityNeed> wanted =
        snapshot.ownNeeds(city.id()).stream()
            .filter(Need::isOpen)
            .map(need -> new CityNeed(need.id(), need.name(), need.technologies()))
            .toList();
    return new Twin(city.id(), city.name(), wanted, done.getOrDefault(city.id(), List.of()));
  }
}
