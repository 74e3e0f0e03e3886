package greenpair.pages.front;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.match.ByGeneration;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.reason.Answer;
import greenpair.pages.front.NeedsPageBuilder.OpenNeed;
import greenpair.pages.search.SearchPage;
import org.jspecify.annotations.Nullable;

/// Collects the contents of the front page. The example is the same for all visitors and is cached
/// for one generation.
public final class HomePageBuilder {
  /// Number of needs considered for the example; the first few have one as a rule.
  private static final int LOOKED_AT = 60;

  private static final int CITIES = 500;
  private static final String RUNNING = Deployment.Status.OPERATING.word();
  private static final Set<String> DOCUMENTED = Set.of("a", "b");

  private final Function<Snapshot, Recommender> recommender;

  /// Found once: after a start, the first visitor and the server itself look at the same time.
  private final ByGeneration<Optional<HomePage.Example>> examples = new ByGeneration<>();

  public HomePageBuilder(Function<Snapshot, Recommender> recommender) {
    this.recommender = recommender;
  }

  public HomePage of(SearchPage form, Snapshot snapshot) {
    return new HomePage(form, figures(snapshot), example(snapshot));
  }

  private static HomePage.Figures figures(Snapshot snapshot) {
    List<City> cities = snapshot.participants(CITIES);
    List<OpenNeed> needs = NeedsPageBuilder.open(cities, snapshot).toList();
    return new HomePage.Figures(
        !snapshot.participation().isEmpty() ? cities.size() : snapshot.manifest().count(Kind.CITY),
        needs.size(),
        needs.stream().filter(each -> each.need().state() != null).count(),
        snapshot.count(Kind.DEPLOYMENT, Facet.EVIDENCE, DOCUMENTED));
  }

  /// Of the open needs, the one that asks for most and whose first firm has a checked and
  /// documented case of everything that it asks for; of several, the first in the order of the
  /// catalog.
  public HomePage.@Nullable Example example(Snapshot snapshot) {
    return examples.get(snapshot, () -> find(snapshot)).orElse(null);
  }

  private Optional<HomePage.Example> find(Snapshot snapshot) {
    return NeedsPageBuilder.open(snapshot.participants(CITIES), snapshot)
        .limit(LOOKED_AT)
        .sorted(Comparator.comparingInt(each -> -each.need().technologies().size()))
        .flatMap(each -> example(each.city(), each.need(), snapshot).stream())
        .findFirst();
  }

  private Optional<HomePage.Example> example(City city, Need need, Snapshot snapshot) {
    RecommendationRequest request =
        RecommendationRequest.ofNeed(Kind.FIRM, city.id(), need.id(), 1);
    List<Answer.Recommendation> firms =
        recommender.apply(snapshot).recommend(request, snapshot).recommendations();
    if (firms.isEmpty() || firms.getFirst().evidence().isEmpty()) {
      return Optional.empty();
    }
    Answer.Case proof = firms.getFirst().evidence().getFirst();
    boolean tells =
        proof.verified()
            && proof.failure() == null
            && (proof.status() == null || RUNNING.equals(proof.status()))
            && DOCUMENTED.contains(proof.grade().toLowerCase(Locale.ROOT))
            && proof.year() != null
            && proof.outcome() != null;
    return tells && does(proof, need, snapshot)
        ? Optional.of(new HomePage.Example(city, need, firms.getFirst(), proof))
        : Optional.empty();
  }

  /// Whether a case used every technology that the need names.
  private static boolean does(Answer.Case proof, Need need, Snapshot snapshot) {
    return snapshot
        .entry(Kind.DEPLOYMENT, proof.id())
        .filter(each -> each.technologies().containsAll(need.technologies()))
        .isPresent();
  }

  /// The front page: what Greenpair is, for whom, how proof works, and links for three kinds of
  /// visitor.
  ///
  /// @param example how a case proves a partner; null if the catalog proves none
  public record HomePage(SearchPage search, Figures figures, @Nullable Example example) {
    /// What is behind the answers besides the entries of the generation.
    ///
    /// @param cities number of participating cities, or of all without a programme
    /// @param needs of those cities that are not known to be met
    /// @param open those of them that are known to be open
    /// @param documented projects with grade A or B
    public record Figures(long cities, long needs, long open, long documented) {}

    /// A need with the firm that comes first for it and the case that proves the firm.
    public record Example(City city, Need need, Answer.Recommendation firm, Answer.Case proof) {}
  }
}
