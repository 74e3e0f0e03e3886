package greenpair.pages.city;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.RecommendationRequest;
import greenpair.match.Recommender;
import greenpair.match.gate.Gate;
import greenpair.match.reason.Answer;
import greenpair.match.settings.Verdict;
import org.jspecify.annotations.Nullable;

/// Collects the overview of a city.
record CityOverviewBuilder(Recommender recommender, ProgramNotes notes, Snapshot snapshot) {
  /// Number of requested entries of each list: enough to have one left if some are vetoed.
  private static final int RANKED = 5;

  /// Needs with a card of their own: each takes four rankings.
  private static final int MOST = 12;

  private static final int LESSONS = 4;
  private static final int FAILURES = 3;

  CityPage of(City city) {
    List<Need> needs = snapshot.ownNeeds(city.id());
    List<Need> open =
        needs.stream()
            .filter(Need::isOpen)
            .sorted(Comparator.comparingInt(CityOverviewBuilder::order).thenComparing(Need::id))
            .toList();
    List<CityPage.Glance> glances = new ArrayList<>();
    for (Need need : open.stream().limit(MOST).toList()) {
      glances.add(glance(need));
    }
    List<CityPage.Lesson> done = done(city, glances);
    List<CityPage.Lesson> failures = failures(glances);
    return new CityPage(
        city,
        glances,
        open.stream().skip(MOST).toList(),
        ProgrammePlaces.opportunities(city, snapshot),
        needs.stream().filter(each -> !each.isOpen() && !each.isAssumed()).toList(),
        needs.stream().filter(Need::isAssumed).toList(),
        done,
        failures,
        recommender.effects(city, snapshot),
        notes);
  }

  /// Needs being procured are urgent, then open needs, then those of unknown state.
  private static int order(Need need) {
    Need.State state = need.state();
    return state == Need.State.PROCURING ? 0 : state == Need.State.OPEN ? 1 : 2;
  }

  private CityPage.Glance glance(Need need) {
    Map<Kind, Shortlist> lists = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.RANKED) {
      if (kind != Kind.EXPERT || snapshot.count(List.of(kind)) > 0) {
        lists.put(kind, list(kind, need));
      }
    }
    Shortlist firms = Objects.requireNonNull(lists.get(Kind.FIRM));
    return new CityPage.Glance(need, lists, step(need, firms));
  }

  private Shortlist list(Kind kind, Need need) {
    RecommendationRequest request =
        RecommendationRequest.ofNeed(kind, need.city(), need.id(), RANKED);
    return Shortlist.of(recommender.recommend(request, snapshot), notes, need.id());
  }

  private CityPage.Step step(Need need, Shortlist firms) {
    for (Answer.Recommendation each : firms.shown()) {
      if (!notes.introductions(Kind.FIRM, each.id(), need.id()).isEmpty()) {
        return new CityPage.Step(CityPage.Step.What.FOLLOW_UP, each, null);
      }
    }
    if (!need.verified()) {
      return new CityPage.Step(CityPage.Step.What.CONFIRM, null, null);
    }
    if (firms.shown().isEmpty()) {
      return withoutFirm(firms);
    }
    Answer.Recommendation first = firms.shown().getFirst();
    boolean isBought = need.state() == Need.State.PROCURING;
    return new CityPage.Step(
        isBought ? CityPage.Step.What.JOIN : CityPage.Step.What.INTRODUCE,
        first,
        first.gates().stream()
            .filter(each -> each.verdict() == Verdict.UNKNOWN)
            .map(Gate::because)
            .findFirst()
            .orElse(null));
  }

  private static CityPage.Step withoutFirm(Shortlist firms) {
    if (!firms.unproven().isEmpty()) {
      return new CityPage.Step(CityPage.Step.What.ASK_LEAD, firms.unproven().getFirst(), null);
    }
    return firms.peers().isEmpty()
        ? new CityPage.Step(CityPage.Step.What.LOOK, null, null)
        : new CityPage.Step(CityPage.Step.What.ASK_PEER, firms.peers().getFirst(), null);
  }

  /// The strongest checked case of each other city, one for each need before a second for any.
  private static List<CityPage.Lesson> done(City city, List<CityPage.Glance> open) {
    Map<EntryId, CityPage.Lesson> byCity = new LinkedHashMap<>();
    for (CityPage.Glance glance : open) {
      Stream.of(glance.list(Kind.FIRM), glance.list(Kind.SOLUTION))
          .map(Shortlist::answer)
          .flatMap(
              answer ->
                  Stream.concat(
                      answer.recommendations().stream().flatMap(each -> each.evidence().stream()),
                      answer.nearest().stream()))
          .forEach(proof -> keep(proof, glance.need(), city, byCity));
    }
    List<List<CityPage.Lesson>> ofNeeds =
        open.stream().map(glance -> strongest(glance.need(), byCity.values())).toList();
    return IntStream.range(0, LESSONS)
        .boxed()
        .flatMap(round -> ofNeeds.stream().flatMap(each -> each.stream().skip(round).limit(1)))
        .limit(LESSONS)
        .toList();
  }

  private static List<CityPage.Lesson> strongest(Need need, Collection<CityPage.Lesson> all) {
    return all.stream()
        .filter(each -> each.need().id().equals(need.id()))
        .sorted(
            Comparator.comparingDouble((CityPage.Lesson each) -> -each.each().weight())
                .thenComparing(each -> each.each().id()))
        .toList();
  }

  private static void keep(
      Answer.Case proof, Need need, City city, Map<EntryId, CityPage.Lesson> byCity) {
    if (proof.verified() && !proof.city().equals(city.id())) {
      byCity.merge(
          proof.city(),
          new CityPage.Lesson(proof, need),
          (a, b) -> a.each().weight() >= b.each().weight() ? a : b);
    }
  }

  /// Failures, one of each need before a second of any.
  private static List<CityPage.Lesson> failures(List<CityPage.Glance> open) {
    List<CityPage.Lesson> found = new ArrayList<>();
    Set<EntryId> seen = new HashSet<>();
    for (int round = 0; round < FAILURES && found.size() < FAILURES; round++) {
      for (CityPage.Glance glance : open) {
        Answer.Case next = failure(glance, seen);
        if (next != null && found.size() < FAILURES) {
          seen.add(next.id());
          found.add(new CityPage.Lesson(next, glance.need()));
        }
      }
    }
    return List.copyOf(found);
  }

  private static Answer.@Nullable Case failure(CityPage.Glance glance, Set<EntryId> seen) {
    return glance.list(Kind.FIRM).answer().failures().stream()
        .filter(each -> each.failure() != null && !seen.contains(each.id()))
        .findFirst()
        .orElse(null);
  }
}
