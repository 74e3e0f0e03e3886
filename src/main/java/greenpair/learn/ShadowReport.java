package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.program.ShadowCycle;
import greenpair.program.introduction.Introduction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a shadow cycle shows: the lists that the proposal would have changed, and which list ranked
/// introduced partners better, as far as their outcome is known.
///
/// @param until when it ends; null for the next publication
/// @param ended null while it runs
/// @param recordings combinations of generation and configuration that were recorded
/// @param lists lists that were recorded, one for each need and kind
/// @param firstPlaces lists whose first place differed at some time
/// @param changes lists that differed at some time, as they last differed
/// @param outcomes that came in since the cycle began, in the order of the ids
public record ShadowReport(
    String proposal,
    String by,
    Instant on,
    @Nullable Instant until,
    @Nullable Instant ended,
    @Nullable Text because,
    long recordings,
    int lists,
    int firstPlaces,
    List<Change> changes,
    Share raised,
    Share lowered,
    List<RankedOutcome> outcomes) {
  /// Lists of one need that differ, best first.
  public record Change(
      Kind kind,
      EntryId need,
      Text name,
      EntryId city,
      String generation,
      List<Entry> effective,
      List<Entry> proposed) {}

  /// How many outcomes there are, and how many of them reached a pilot.
  public record Share(int all, int succeeded) {
    private static Share of(List<RankedOutcome> outcomes, int direction) {
      List<RankedOutcome> moved =
          outcomes.stream().filter(each -> each.direction() == direction).toList();
      return new Share(moved.size(), (int) moved.stream().filter(RankedOutcome::isSuccess).count());
    }
  }

  public record Entry(EntryId id, Text name) {}

  /// @param recorded its lists, oldest first
  static ShadowReport of(
      ShadowCycle cycle,
      List<ShadowCycle.Recorded> recorded,
      List<Introduction> introductions,
      Snapshot snapshot) {
    Map<String, List<ShadowCycle.Recorded>> byNeed = new LinkedHashMap<>();
    for (ShadowCycle.Recorded each : recorded) {
      byNeed
          .computeIfAbsent(key(each.lists().kind(), each.lists().need()), key -> new ArrayList<>())
          .add(each);
    }
    List<Change> changes = new ArrayList<>();
    int firsts = 0;
    for (List<ShadowCycle.Recorded> of : byNeed.values()) {
      of.stream()
          .filter(each -> each.lists().isDifferent())
          .reduce((earlier, later) -> later)
          .ifPresent(each -> changes.add(change(each, snapshot)));
      firsts += of.stream().anyMatch(each -> isFirstDifferent(each.lists())) ? 1 : 0;
    }
    List<RankedOutcome> outcomes =
        RankedOutcome.of(
            introductions,
            cycle.made().at(),
            (kind, need) -> byNeed.getOrDefault(key(kind, need), List.of()),
            (kind, id) -> ShadowRanking.name(kind, id, snapshot));
    ShadowCycle.End because = cycle.because();
    return new ShadowReport(
        cycle.proposal(),
        cycle.made().by(),
        cycle.made().at(),
        cycle.until(),
        cycle.ended(),
        because == null ? null : LearningTexts.ended(because),
        cycle.recordings(),
        byNeed.size(),
        firsts,
        changes,
        Share.of(outcomes, 1),
        Share.of(outcomes, -1),
        outcomes);
  }

  private static String key(Kind kind, EntryId need) {
    return kind.word() + " " + need;
  }

  private static boolean isFirstDifferent(ShadowCycle.Lists lists) {
    return !lists
        .effective()
        .subList(0, Math.min(1, lists.effective().size()))
        .equals(lists.proposed().subList(0, Math.min(1, lists.proposed().size())));
  }

  private static Change change(ShadowCycle.Recorded of, Snapshot snapshot) {
    ShadowCycle.Lists lists = of.lists();
    return new Change(
        lists.kind(),
        lists.need(),
        snapshot
            .entry(Kind.NEED, lists.need())
            .map(each -> ((Need) each).name())
            .orElse(new Text(lists.need().value(), null)),
        lists.city(),
        of.generation(),
        entries(lists.kind(), lists.effective(), snapshot),
        entries(lists.kind(), lists.proposed(), snapshot));
  }

  private static List<Entry> entries(Kind kind, List<EntryId> ids, Snapshot snapshot) {
    return ids.stream().map(id -> new Entry(id, ShadowRanking.name(kind, id, snapshot))).toList();
  }
}
