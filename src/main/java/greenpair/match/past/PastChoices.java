package greenpair.match.past;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.value.DealSizes;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;

/// Which firm a city chose next, in the past of a registry: for each year, only what was done in
/// earlier years is known (rolling origin).
///
/// A choice is the first project of a firm in a city, if the firm had a project in another city in
/// an earlier year. The newest [#NEWEST] of all firm-city pairs are taken, at most [#MOST] of them
/// at equal distances, fewer of more than [#LARGE] deployments.
final class PastChoices {
  private static final int MOST = 480;
  private static final int LEAST = 120;

  /// Deployments from which fewer choices are taken, so that the work stays about the same.
  private static final int LARGE = 20_000;

  private static final double NEWEST = 0.7;

  /// Other candidates that a chosen firm is compared with: the strongest ones.
  private static final int COMPARED = 120;

  /// What a city wanted, and the firms that it could choose from, the chosen one first.
  public record Asked(MatchQuery ask, List<Candidate> candidates) {}

  private record Pair(EntryId city, EntryId firm) {}

  private record First(int year, Deployment project, Pair pair) {
    private static final Comparator<First> ORDER =
        Comparator.comparingInt(First::year)
            .thenComparing(each -> each.project.id())
            .thenComparing(each -> each.pair.firm);
  }

  private final Snapshot snapshot;
  private final List<First> choices = new ArrayList<>();

  PastChoices(List<Deployment> deployments, Snapshot snapshot) {
    this.snapshot = snapshot;
    Map<Pair, First> firsts = new HashMap<>();
    Map<EntryId, Integer> firstYears = new HashMap<>();
    for (Deployment each : deployments) {
      Integer year = Deployment.year(each.start(), each.end());
      if (year != null && !each.technologies().isEmpty()) {
        for (EntryId firm : each.firms()) {
          Pair pair = new Pair(each.city(), firm);
          firsts.merge(pair, new First(year, each, pair), BinaryOperator.minBy(First.ORDER));
          firstYears.merge(firm, year, Math::min);
        }
      }
    }
    List<First> dated = firsts.values().stream().sorted(First.ORDER).toList();
    List<First> usable =
        dated.subList((int) ((1 - NEWEST) * dated.size()), dated.size()).stream()
            .filter(each -> firstYears.getOrDefault(each.pair.firm, each.year) < each.year)
            .filter(each -> snapshot.city(each.pair.city).isPresent())
            .toList();
    long most = Math.clamp((long) MOST * LARGE / Math.max(1, deployments.size()), LEAST, MOST);
    int count = (int) Math.min(most, usable.size());
    for (int i = 0; i < count; i++) {
      choices.add(usable.get((int) ((long) i * usable.size() / count)));
    }
  }

  /// What the city wanted: the technologies and attributes of the project.
  private static MatchQuery ask(First first, CityTraits city) {
    return new MatchQuery(
        null,
        city,
        first.project.technologies(),
        List.of(),
        "",
        "",
        DealSizes.of(null),
        null,
        first.year - 1,
        false,
        first.project.attributes(),
        null,
        Map.of());
  }

  int count() {
    return choices.size();
  }

  /// The choices in order of time, with their candidates. A firm that is a candidate for several
  /// keeps its work in memory once.
  List<Asked> asked(Function<MatchQuery, CandidateQuery> queries, Ranker ranker) {
    Map<EntryId, Candidate> known = new HashMap<>();
    List<Asked> all = new ArrayList<>();
    for (First each : choices) {
      EntryId firm = each.pair.firm;
      MatchQuery ask = ask(each, snapshot.city(each.pair.city).orElseThrow());
      Optional<Candidate> chosen =
          snapshot
              .candidate(queries.apply(ask), firm)
              .flatMap(found -> then(known.computeIfAbsent(found.id(), id -> found), ask))
              .filter(then -> ranker.score(ask, then).passes());
      if (chosen.isPresent()) {
        List<Candidate> others =
            snapshot.candidates(queries.apply(ask)).stream()
                .filter(found -> !found.id().equals(firm))
                .map(found -> known.computeIfAbsent(found.id(), id -> found))
                .flatMap(found -> then(found, ask).stream())
                .toList();
        List<Candidate> strongest =
            ranker.rank(ask, others).stream()
                .filter(Ranked::passes)
                .limit(COMPARED)
                .map(Ranked::candidate)
                .toList();
        if (!strongest.isEmpty()) {
          all.add(new Asked(ask, Stream.concat(chosen.stream(), strongest.stream()).toList()));
        }
      }
    }
    return all;
  }

  /// A candidate as it was at the time of a choice; empty if it had done nothing, or had worked in
  /// the city already.
  private static Optional<Candidate> then(Candidate now, MatchQuery ask) {
    List<Precedent> known = new ArrayList<>();
    for (Precedent each : now.precedents()) {
      Integer year = each.year();
      if (year != null && year <= ask.asOf()) {
        if (each.city().id().equals(ask.city().id())) {
          return Optional.empty();
        }
        known.add(each);
      }
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Candidate(now.id(), traits(now.traits(), known), known, now.name(), now.text()));
  }

  /// A firm with the technologies that it had shown, and without market and status, which a
  /// registry states as of today.
  private static Traits traits(Traits now, List<Precedent> known) {
    if (!(now instanceof Traits.OfFirm firm)) {
      return now;
    }
    Traits.Organisation seat = firm.organisation();
    return new Traits.OfFirm(
        known.stream().flatMap(each -> each.technologies().stream()).distinct().toList(),
        firm.verified(),
        new Traits.Organisation(
            null, null, false, null, seat.country(), seat.region(), seat.place(), null),
        firm.role(),
        firm.roles(),
        firm.group());
  }
}
