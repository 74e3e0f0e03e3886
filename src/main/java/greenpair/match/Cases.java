package greenpair.match;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.index.contract.Precedent;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import greenpair.match.signal.Background;
import greenpair.match.signal.WeighedCase;
import org.jspecify.annotations.Nullable;

/// The cases that an answer shows, with full records: those of an entry, and the nearest to needs
/// without a firm.
record Cases(Rules rules) {
  /// Maximum number of deployments of a technology.
  static final int PRECEDENTS = 50;

  /// Maximum number of deployments of a technology among which failures are searched, because
  /// failures are rare.
  private static final int FAILURES = 300;

  private static final int SHOWN = 3;

  /// The cases of an entry with a weight above 0, those that carry its recommendation first, and
  /// last the one that speaks most against it. What fell short does not speak for a solution as
  /// long as another case does.
  List<Answer.Case> of(Ranked ranked, Snapshot snapshot) {
    List<Answer.Case> shown =
        show(
            Stream.concat(ranked.cases().limit(SHOWN), ranked.worst().stream()).distinct().toList(),
            snapshot);
    return ranked.kind() != Kind.SOLUTION
        ? shown
        : shown.stream().sorted(Comparator.comparing(each -> each.failure() != null)).toList();
  }

  /// Cases of the needs' technologies without a firm, one for each city.
  ///
  /// @param nearest that prove something, most telling first; those of other countries or hardly
  ///     similar cities only if there are no others
  /// @param failures most relevant first
  record Telling(List<WeighedCase> nearest, List<WeighedCase> failures) {}

  Telling telling(List<MatchQuery> queries, Snapshot snapshot) {
    List<WeighedCase> nearest = new ArrayList<>();
    List<WeighedCase> failures = new ArrayList<>();
    for (MatchQuery query : queries) {
      List<Precedent> found =
          query.technologies().isEmpty()
              ? List.of()
              : snapshot.deployments(query.technologies(), query.city(), FAILURES);
      weighed(found.stream().limit(PRECEDENTS).filter(Precedent::proves), query)
          .forEach(nearest::add);
      weighed(found.stream().filter(Precedent::failed), query)
          .filter(each -> each.against() > 0)
          .forEach(failures::add);
    }
    List<WeighedCase> alike = nearest.stream().filter(each -> isAlike(each, queries)).toList();
    return new Telling(
        byCity(alike.isEmpty() ? nearest : alike, WeighedCase::weight),
        byCity(failures, WeighedCase::against));
  }

  private static boolean isAlike(WeighedCase shown, List<MatchQuery> queries) {
    return !shown.background().contains(Background.UNLIKE)
        && queries.stream()
            .anyMatch(each -> each.city().country().equals(shown.precedent().city().country()));
  }

  private Stream<WeighedCase> weighed(Stream<Precedent> found, MatchQuery query) {
    return found
        .filter(each -> !query.hideOwnCases() || !each.city().id().equals(query.city().id()))
        .map(each -> WeighedCase.of(each, query, rules));
  }

  private static List<WeighedCase> byCity(
      List<WeighedCase> all, ToDoubleFunction<WeighedCase> worth) {
    Set<EntryId> cities = new LinkedHashSet<>();
    return all.stream()
        .sorted(
            Comparator.comparingDouble(worth)
                .reversed()
                .thenComparing(each -> each.precedent().deployment()))
        .filter(each -> cities.add(each.precedent().city().id()))
        .toList();
  }

  /// Cases as an answer shows them.
  List<Answer.Case> show(List<WeighedCase> cases, Snapshot snapshot) {
    return cases.stream().map(each -> show(each, snapshot)).toList();
  }

  private Answer.Case show(WeighedCase weighed, Snapshot snapshot) {
    Precedent precedent = weighed.precedent();
    EntryId id = precedent.deployment();
    EntryId city = precedent.city().id();
    Deployment full = (Deployment) Entries.entry(Kind.DEPLOYMENT, id, snapshot);
    Text cityName =
        snapshot.name(Kind.CITY, city).orElseThrow(() -> new NotFoundException(Kind.CITY, city));
    return new Answer.Case(
        full.id(),
        full.name(),
        full.city(),
        cityName,
        full.location(),
        precedent.inCity(),
        doers(full, snapshot),
        precedent.year(),
        full.grade().name(),
        full.status() == null ? null : full.status().word(),
        full.quantity(),
        full.cost(),
        full.outcome(),
        full.reason(),
        full.results(),
        rounded(weighed.similarity()),
        rounded(weighed.weight()),
        weighed.size(),
        weighed.background().stream().map(Background::word).toList(),
        full.verified(),
        List.copyOf(full.profile().unverified()),
        full.profile().provenance());
  }

  /// The parties of a deployment in order, then the firms without a known role.
  static List<Answer.Doer> doers(Deployment deployment, Snapshot snapshot) {
    List<Answer.Doer> doers = new ArrayList<>();
    Set<EntryId> named = new HashSet<>();
    for (Deployment.Party party : deployment.parties()) {
      named.add(party.firm());
      doers.add(doer(party, snapshot));
    }
    for (EntryId firm : deployment.firms()) {
      if (named.add(firm)) {
        doers.add(
            new Answer.Doer(firm, snapshot.nameOrId(Kind.FIRM, firm), status(firm, snapshot)));
      }
    }
    return List.copyOf(doers);
  }

  private static Answer.Doer doer(Deployment.Party party, Snapshot snapshot) {
    return new Answer.Doer(
        party.firm(),
        snapshot.nameOrId(Kind.FIRM, party.firm()),
        party.role(),
        party.share(),
        party.did(),
        party.result() == null ? null : party.result().word(),
        party.figure(),
        party.outcome(),
        party.source(),
        status(party.firm(), snapshot));
  }

  private static @Nullable String status(EntryId firm, Snapshot snapshot) {
    return snapshot.status(Kind.FIRM, firm).map(Partner.Status::word).orElse(null);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
