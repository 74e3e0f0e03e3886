package greenpair.match;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.DealSizes;
import greenpair.concept.ConceptFinder;
import greenpair.index.contract.CityTraits;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import greenpair.match.settings.MatchQuery;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Interprets a request: the city, the needs and the technologies. A need in free text gets the
/// technologies and instruments that its words name.
record Needs(Taxonomy taxonomy, ConceptFinder finder) {
  private static final String INSTRUMENTS = "FIN";

  /// The city and the queries of a request, with the entries from which they come.
  ///
  /// @param needs one for each query; null where the request described the need
  record Asked(City city, List<MatchQuery> queries, List<@Nullable Need> needs) {}

  Asked read(RecommendationRequest request, Snapshot snapshot) {
    City city = city(request, snapshot);
    CityTraits traits = traits(request, city, snapshot);
    int asOf = snapshot.manifest().asOf();
    List<MatchQuery> queries = new ArrayList<>();
    List<@Nullable Need> needs = new ArrayList<>();
    if (request.described() != null) {
      queries.add(described(request.described(), traits, asOf, request.hideOwnCases()));
      needs.add(null);
    } else {
      for (Need need : needs(request, snapshot, city)) {
        queries.add(query(need, budget(need, snapshot), traits, asOf, request.hideOwnCases()));
        needs.add(need);
      }
    }
    return new Asked(city, queries, needs);
  }

  MatchQuery query(Need need, Snapshot snapshot) {
    CityTraits city = Entries.traits(need.city(), snapshot);
    return query(need, budget(need, snapshot), city, snapshot.manifest().asOf(), false);
  }

  /// The budget, which ranking compares even if it is restricted.
  private static DealSizes budget(Need need, Snapshot snapshot) {
    return need.profile().restricted().isEmpty()
        ? DealSizes.of(need.budget())
        : snapshot
            .whole(Kind.NEED, need.id())
            .orElseThrow(() -> new NotFoundException(Kind.NEED, need.id()))
            .budget();
  }

  /// Of a known city those of the index, which keeps places to about a metre: an answer from the
  /// partner's side reads the same ones and must reach the same score.
  private static CityTraits traits(RecommendationRequest request, City city, Snapshot snapshot) {
    return request.city() == null ? CityTraits.of(city) : Entries.traits(city.id(), snapshot);
  }

  private static City city(RecommendationRequest request, Snapshot snapshot) {
    EntryId id = request.city();
    if (id == null) {
      return java.util.Objects.requireNonNull(request.describedCity());
    }
    return Entries.city(id, snapshot);
  }

  private static List<Need> needs(RecommendationRequest request, Snapshot snapshot, City city) {
    EntryId id = request.need();
    if (id == null) {
      return snapshot.ownNeeds(city.id()).stream().filter(Need::isOpen).toList();
    }
    Need need = Entries.need(id, snapshot);
    if (!need.city().equals(city.id())) {
      throw new NotFoundException(
          Kind.NEED,
          need.id(),
          Message.of("absent.of_city", "city", city.id().value(), "other", need.city().value()));
    }
    return List.of(need);
  }

  private static MatchQuery query(
      Need need, DealSizes budget, CityTraits city, int asOf, boolean hideOwnCases) {
    String words = String.join("\n", need.name().all()) + "\n";
    return new MatchQuery(
        need.id(),
        city,
        need.technologies(),
        need.instruments(),
        words.toString(),
        words.toString(),
        budget,
        need.stage(),
        asOf,
        hideOwnCases,
        need.attributes(),
        need,
        Map.of());
  }

  private MatchQuery described(
      RecommendationRequest.Described described, CityTraits city, int asOf, boolean hideOwnCases) {
    Set<Code> found = exact(finder.codes(described.text()).keySet());
    List<Code> technologies = given(described.technologies(), found, code -> !code.isFinance());
    List<Code> instruments =
        given(described.instruments(), found, code -> code.root().equals(INSTRUMENTS));
    return new MatchQuery(
        null,
        city,
        technologies,
        instruments,
        described.text(),
        technologies.isEmpty() || described.text().isBlank()
            ? described.text()
            : inBothLanguages(Stream.concat(technologies.stream(), instruments.stream())),
        DealSizes.of(described.budget()),
        null,
        asOf,
        hideOwnCases,
        described.attributes(),
        null,
        Map.of());
  }

  /// The named codes without those that another one is below: "office buildings" in a sentence on
  /// their retrofit asks for the retrofit. In the order of the codes, so that the order of words
  /// does not count.
  private Set<Code> exact(Set<Code> found) {
    Set<Code> exact = new TreeSet<>(found);
    for (Code code : found) {
      taxonomy.ancestors(code).forEach(exact::remove);
    }
    return exact;
  }

  /// Words add codes only if the request contains none.
  private static List<Code> given(List<Code> given, Set<Code> found, Predicate<Code> isMeant) {
    return given.isEmpty()
        ? found.stream().filter(isMeant).toList()
        : given.stream().distinct().toList();
  }

  /// If the words name concepts, the labels of these replace the words, so that catalog texts are
  /// found and weighed in the same way whatever the language of the need. Gates still read the
  /// words, because a label such as "freight, port and aviation" says more than was asked.
  private String inBothLanguages(Stream<Code> wanted) {
    return wanted
        .flatMap(code -> taxonomy.label(code).all().stream())
        .collect(Collectors.joining("\n"));
  }

  List<Answer.NamedCode> named(List<Code> codes) {
    return codes.stream().map(code -> new Answer.NamedCode(code, taxonomy.label(code))).toList();
  }
}
