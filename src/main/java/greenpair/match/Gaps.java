package greenpair.match;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Assessment;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import greenpair.match.settings.MatchQuery;
import org.jspecify.annotations.Nullable;

/// How well each need is served: the number of active, eligible, proven firms, eligible financiers
/// and matching solutions recommended for it. A need without a firm is a gap.
///
/// @param from first need of this page in the order of the catalog, from 0
/// @param total open needs of the programme; if there is none, all needs of the catalog, of which
///     the pages leave out those that are not open
/// @param next cursor of the next page; null on the last one
public record Gaps(
    String generation,
    String configuration,
    int from,
    long total,
    @Nullable String next,
    List<Coverage> needs) {
  /// How one need is served.
  ///
  /// @param isGap whether no firm is recommended
  /// @param why there is none and which firms come nearest; null if there is one
  /// @param best the highest score of a recommended firm, 0 for a gap
  /// @param hasNearest whether, for a gap, a firm that comes nearest is named or there is a case of
  ///     the technology; false if there is a firm
  public record Coverage(
      EntryId need,
      Text needName,
      EntryId city,
      List<Answer.NamedCode> technologies,
      int firms,
      int financiers,
      int solutions,
      double best,
      boolean isGap,
      boolean hasNearest,
      @Nullable Text why) {}

  public Gaps {
    needs = List.copyOf(needs);
  }

  static Gaps of(int from, int limit, Snapshot snapshot, Function<List<Need>, List<Coverage>> of) {
    boolean isProgramme = !snapshot.participation().isEmpty();
    List<Need> all = needs(snapshot);
    List<Need> needs =
        isProgramme
            ? all.stream().skip(from).limit(limit).toList()
            : snapshot.entries(Kind.NEED, from, limit).stream()
                .map(Need.class::cast)
                .filter(Need::isOpen)
                .toList();
    long total = isProgramme ? all.size() : snapshot.manifest().count(Kind.NEED);
    return new Gaps(
        snapshot.manifest().id(),
        snapshot.configuration(),
        from,
        total,
        ListCursor.next((long) from + limit, total),
        of.apply(needs));
  }

  /// The open needs that take part in a programme; empty if there is no programme.
  static List<Need> needs(Snapshot snapshot) {
    return snapshot.participation().cities().stream()
        .flatMap(city -> snapshot.ownNeeds(city).stream())
        .filter(Need::isOpen)
        .toList();
  }

  static Coverage of(Need need, Snapshot snapshot, MatchingParts matching) {
    MatchQuery query = matching.needs().query(need, snapshot);
    List<Ranked> ranked = matching.retrieval().rank(Kind.FIRM, query, snapshot);
    List<Ranked> firms = ranked.stream().filter(Assessment::isGood).toList();
    AnswerLists sorted = AnswerLists.of(List.of(ranked));
    boolean isGap = firms.isEmpty();
    return new Coverage(
        need.id(),
        need.name(),
        need.city(),
        matching.needs().named(need.technologies()),
        firms.size(),
        matching.good(Kind.FINANCIER, need, snapshot).size(),
        matching.good(Kind.SOLUTION, need, snapshot).size(),
        isGap ? 0 : firms.getFirst().score(),
        isGap,
        isGap
            && (Shortfall.namesNearest(sorted)
                || !matching
                    .answers()
                    .cases()
                    .telling(List.of(query), snapshot)
                    .nearest()
                    .isEmpty()),
        isGap ? Shortfall.of(sorted, Shortfall.isOver(need), matching.phrases(), snapshot) : null);
  }
}
