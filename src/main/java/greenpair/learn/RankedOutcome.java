package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.program.ShadowCycle;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introduction.Stage;
import greenpair.program.introduction.Introduction.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An outcome that came in after a shadow cycle began, and the ranks of its partner in both lists.
/// The weights of the cycle were learnt without it.
///
/// A pilot or contract favours the list that ranked the partner higher; a stop before a pilot
/// favours the list that ranked it lower. Undecided introductions, and those without a need, are
/// left out.
///
/// @param reached the furthest stage
/// @param effective rank in the effective list, from 1; null if it was not among those recorded
/// @param proposed rank in the list of the proposal, likewise
public record RankedOutcome(
    String introduction,
    Kind kind,
    EntryId partner,
    Text name,
    EntryId need,
    Text needName,
    Stage reached,
    @Nullable Integer effective,
    @Nullable Integer proposed,
    Better better) {
  /// Which list ranked the partner better.
  public enum Better {
    EFFECTIVE,
    PROPOSED,
    /// Both gave it the same rank, or neither contains it.
    NEITHER
  }

  boolean isSuccess() {
    return isGood(reached);
  }

  /// 1 if the proposal ranked the partner higher, -1 if it ranked it lower, otherwise 0.
  int direction() {
    return Integer.compare(place(effective), place(proposed));
  }

  /// @param recorded the lists of a need, oldest first
  static List<RankedOutcome> of(
      List<Introduction> introductions,
      Instant since,
      BiFunction<Kind, EntryId, List<ShadowCycle.Recorded>> recorded,
      BiFunction<Kind, EntryId, Text> names) {
    Map<String, Introduction> byId =
        introductions.stream().collect(Collectors.toMap(Introduction::id, Function.identity()));
    List<RankedOutcome> ranked = new ArrayList<>();
    Outcomes outcomes = Outcomes.of(introductions, id -> names.apply(Kind.CITY, id));
    for (Outcome outcome : outcomes.usable()) {
      Introduction introduction = Objects.requireNonNull(byId.get(outcome.introduction()));
      EntryId need = outcome.need();
      List<ShadowCycle.Recorded> lists =
          need == null ? List.of() : recorded.apply(outcome.kind(), need);
      if (need != null && !lists.isEmpty() && isDecidedAfter(introduction, outcome, since)) {
        ShadowCycle.Lists shown = shown(lists, introduction.made().at());
        Integer effective = rank(outcome.partner(), shown.effective());
        Integer proposed = rank(outcome.partner(), shown.proposed());
        ranked.add(
            new RankedOutcome(
                outcome.introduction(),
                outcome.kind(),
                outcome.partner(),
                names.apply(outcome.kind(), outcome.partner()),
                need,
                names.apply(Kind.NEED, need),
                outcome.reached(),
                effective,
                proposed,
                better(isGood(outcome.reached()), effective, proposed)));
      }
    }
    return ranked;
  }

  private static boolean isGood(Stage reached) {
    return reached.compareTo(Stage.PILOT) >= 0;
  }

  /// Whether the step that decides the outcome was recorded after the cycle began.
  private static boolean isDecidedAfter(Introduction of, Outcome outcome, Instant since) {
    return of.steps().stream()
        .filter(
            isGood(outcome.reached())
                ? step -> step.stage() == Stage.PILOT || step.stage() == Stage.CONTRACT
                : step -> step.stage() == Stage.STOPPED)
        .map(Step::made)
        .findFirst()
        .filter(made -> made.at().isAfter(since))
        .isPresent();
  }

  /// The lists when it was introduced, or the first of the cycle if it was introduced before.
  private static ShadowCycle.Lists shown(List<ShadowCycle.Recorded> lists, Instant introduced) {
    return lists.stream()
        .filter(each -> !each.made().isAfter(introduced))
        .reduce((earlier, later) -> later)
        .orElse(lists.getFirst())
        .lists();
  }

  private static @Nullable Integer rank(EntryId partner, List<EntryId> list) {
    int at = list.indexOf(partner);
    return at < 0 ? null : at + 1;
  }

  private static Better better(
      boolean isGood, @Nullable Integer effective, @Nullable Integer proposed) {
    int higher = Integer.compare(place(effective), place(proposed));
    if (higher == 0) {
      return Better.NEITHER;
    }
    return higher < 0 == isGood ? Better.EFFECTIVE : Better.PROPOSED;
  }

  private static int place(@Nullable Integer rank) {
    return rank == null ? Integer.MAX_VALUE : rank;
  }
}
