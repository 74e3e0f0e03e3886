package greenpair.plan.input;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.value.Word;
import greenpair.index.read.Snapshot;
import greenpair.match.MarkedName;
import greenpair.message.Phrases;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.CityShare;
import greenpair.plan.allocation.Plan;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.cohort.Indicator;

/// Plans in words, in both languages.
public final class PlanWords {
  private static final double PERCENT = 100;

  private final Phrases phrases;
  private final Snapshot snapshot;

  public PlanWords(Phrases phrases, Snapshot snapshot) {
    this.phrases = phrases;
    this.snapshot = snapshot;
  }

  /// The name of a partner, city, need or deployment; its id if there is none. A partner that is
  /// not in business is marked.
  public Text name(EntryId id) {
    return Stream.concat(Kind.PARTNERS.stream(), Stream.of(Kind.CITY, Kind.NEED, Kind.DEPLOYMENT))
        .flatMap(kind -> MarkedName.find(kind, id, snapshot).stream())
        .findFirst()
        .orElseGet(() -> Phrases.same(id));
  }

  public Text why(CohortReport.Standing standing, CohortReport report) {
    return switch (standing.why()) {
      case CHOSEN -> phrases.say("plan.why.chosen");
      case MUST -> phrases.say("plan.why.must");
      case MUST_NOT -> phrases.say("plan.why.must_not");
      case NO_SIDE -> phrases.say("plan.why.no_side");
      case UNKNOWN ->
          phrases.say(
              "plan.why.unknown", Map.of("missing", indicators(standing.missing(), report)));
      case PROVINCE -> phrases.say("plan.why.province");
      case WEAKER -> {
        EntryId rival = standing.rival();
        Double loss = standing.loss();
        if (rival == null || loss == null) {
          yield phrases.say("plan.why.province");
        }
        yield phrases.say(
            "plan.why.weaker",
            Map.of(
                "rival",
                name(rival),
                "loss",
                percent(report.value() == 0 ? 0 : loss / report.value())));
      }
    };
  }

  private static Text indicators(List<String> keys, CohortReport report) {
    return Phrases.list(
        report.indicators().stream()
            .filter(each -> keys.contains(each.key()))
            .map(Indicator::name)
            .toList());
  }

  /// Whether a cohort depends on single indicators.
  public Text robustness(CohortReport report) {
    return phrases.say(report.robust() ? "plan.robust" : "plan.not_robust");
  }

  /// How good a cohort or plan is known to be.
  ///
  /// @param gap what a better one could gain at most, as a share, from 0
  public Text optimality(boolean proven, double gap) {
    return proven
        ? phrases.say("plan.proven")
        : phrases.say("plan.gap", Map.of("gap", percent(gap)));
  }

  /// How good a plan is known to be.
  public Text optimality(Plan plan) {
    return optimality(plan.proven(), plan.gap());
  }

  /// A requirement that a plan does not keep.
  public Text broken(Requirement requirement) {
    return phrases.say("plan.broken", Map.of("rule", requirement(requirement)));
  }

  /// Why a partner is not on the list of a need.
  public Text missed(CityShare.Why why) {
    return phrases.say("plan.missed." + Word.of(why));
  }

  public Text step(PlanObserver.Step step) {
    return phrases.say("plan.step." + Word.of(step));
  }

  /// A requirement as a coordinator would say it.
  public Text requirement(Requirement requirement) {
    return switch (requirement) {
      case Requirement.NeedFloor floor ->
          phrases.say(
              "plan.need_floor",
              Map.of(
                  "need", name(floor.need()),
                  "count", Phrases.same(floor.least()),
                  "kind", kind(floor.kind())));
      case Requirement.NeedLimit limit ->
          phrases.say(
              "plan.need_limit",
              Map.of(
                  "need", name(limit.need()),
                  "count", Phrases.same(limit.most()),
                  "kind", kind(limit.kind())));
      case Requirement.Capacity capacity ->
          phrases.say(
              "plan.capacity",
              Map.of("partner", name(capacity.supplier()), "count", Phrases.same(capacity.most())));
      case Requirement.Pin pin ->
          phrases.say("plan.pin", Map.of("partner", name(pin.partner()), "need", name(pin.need())));
      case Requirement.Veto veto -> veto(veto);
      case Requirement.OneRole one ->
          phrases.say(
              "plan.one_role", Map.of("partner", name(one.supplier()), "need", name(one.need())));
    };
  }

  private Text kind(Kind kind) {
    return phrases.say("plan.kind." + kind.word());
  }

  private Text veto(Requirement.Veto veto) {
    Text partner = name(veto.partner());
    EntryId where = veto.need() != null ? veto.need() : veto.city();
    return where == null
        ? phrases.say("plan.veto_all", Map.of("partner", partner))
        : phrases.say("plan.veto", Map.of("partner", partner, "where", name(where)));
  }

  /// A share as a percentage without its sign, to one place.
  static Text percent(double share) {
    return Phrases.same(String.format(Locale.ROOT, "%.1f", PERCENT * share));
  }
}
