package greenpair.learn;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.rank.Ranked;

/// The lists of needs under the proposed and the effective weights: the effect of an approval.
///
/// @param needs that were ranked, the open ones of the programmes first
/// @param firstPlaces lists whose first place would change
/// @param changes lists whose first ten would change, in the order of the needs
public record RankingEffect(int needs, int firstPlaces, List<Change> changes) {
  static final RankingEffect NONE = new RankingEffect(0, 0, List.of());

  /// Places of a list that are compared.
  static final int SHOWN = 10;

  /// Maximum number of needs; a registry may contain many thousands.
  private static final int MOST = 300;

  /// A list that would change.
  ///
  /// @param before the first ten under the effective weights, best first
  /// @param after the first ten by the proposal
  public record Change(
      Kind kind,
      EntryId need,
      Text name,
      EntryId city,
      List<RankedEntry> before,
      List<RankedEntry> after,
      boolean first) {}

  /// A place of a ranking.
  ///
  /// @param score in [0, 1]
  public record RankedEntry(EntryId id, Text name, double score) {}

  static RankingEffect of(
      List<Kind> kinds, Recommender current, Recommender proposed, Snapshot snapshot) {
    List<Need> needs = kinds.isEmpty() ? List.of() : needs(snapshot);
    List<Change> changes = new ArrayList<>();
    for (Need need : needs) {
      for (Kind kind : kinds) {
        change(
                kind,
                need,
                current.good(kind, need, SHOWN, snapshot),
                proposed.good(kind, need, SHOWN, snapshot),
                snapshot)
            .ifPresent(changes::add);
      }
    }
    int firsts = (int) changes.stream().filter(Change::first).count();
    return new RankingEffect(needs.size(), firsts, changes);
  }

  static List<Need> needs(Snapshot snapshot) {
    List<Need> needs = new ArrayList<>();
    for (EntryId city : snapshot.participation().cities()) {
      snapshot.ownNeeds(city).stream().filter(Need::isOpen).forEach(needs::add);
    }
    if (needs.isEmpty()) {
      snapshot.entries(Kind.NEED, 0, MOST).stream()
          .map(Need.class::cast)
          .filter(Need::isOpen)
          .forEach(needs::add);
    }
    return needs.subList(0, Math.min(MOST, needs.size()));
  }

  private static Optional<Change> change(
      Kind kind, Need need, List<Ranked> before, List<Ranked> after, Snapshot snapshot) {
    int at = 0;
    while (at < Math.min(before.size(), after.size())
        && before.get(at).id().equals(after.get(at).id())) {
      at++;
    }
    if (at == before.size() && at == after.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Change(
            kind,
            need.id(),
            need.name(),
            need.city(),
            places(kind, before, snapshot),
            places(kind, after, snapshot),
            at == 0));
  }

  private static List<RankedEntry> places(Kind kind, List<Ranked> list, Snapshot snapshot) {
    return list.stream()
        .map(each -> new RankedEntry(each.id(), snapshot.nameOrId(kind, each.id()), each.score()))
        .toList();
  }
}
