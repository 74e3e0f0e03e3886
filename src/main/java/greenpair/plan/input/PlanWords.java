package greenpair.plan.input;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.MarkedName;
import greenpair.message.Message;
import greenpair.message.Phrases;
import greenpair.plan.PlanObserver;
import greenpair.plan.allocation.CityShare;
import greenpair.plan.allocation.Plan;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.cohort.Indicator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
        Map<String, Text> exchange =
            Map.of("rival", name(rival), "loss", percent(loss / report.value()));
        yield standing.centralWeights().isEmpty()
            ? phrases.say("plan.why.weaker", exchange)
            : phrases.say("plan.why.weaker_here", with(exchange, weights(standing, report)));
      }
    };
  }

  private static Map<String, Text> with(Map<String, Text> values, Text weights) {
    Map<String, Text> all = new HashMap<>(values);
    all.put("weights", weights);
    return all;
  }

  /// The weights by which a city is typically chosen, such as "Carbon intensity of the grid 40%".
  private static Text weights(CohortReport.Standing standing, CohortReport report) {
    return Phrases.list(report.indicators().stream().map(each -> weight(each, standing)).toList());
  }

  private static Text weight(Indicator indicator, CohortReport.Standing standing) {
    double weight = standing.centralWeights().getOrDefault(indicator.key(), 0.0);
    String share = String.format(Locale.ROOT, " %.0f%%", PERCENT * weight);
    Text name = indicator.name();
    return new Text(name.best(Language.EN) + share, name.best(Language.ZH) + share);
  }

  private static Text indicators(List<String> keys, CohortReport report) {
    return Phrases.list(
        report.indicators().stream()
            .filter(each -> keys.contains(each.key()))
            .map(Indicator::name)
            .toList());
  }

  /// Whether a cohort stays the same for all weights.
  public Text robustness(CohortReport report) {
    return phrases.say(
        report.robust() ? "plan.robust" : "plan.not_robust",
        Map.of("draws", Phrases.same(report.draws())));
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

  /// The heading of a list of requirements that conflict.
  public Text conflict() {
    return phrases.say("plan.conflict");
  }

  /// A requirement that a plan does not keep.
  public Text broken(Requirement requirement) {
    return phrases.say("plan.broken", Map.of("rule", requirement(requirement)));
  }

  /// Why a partner is not on the list of a need.
  public Text missed(CityShare.Why why) {
    return phrases.say("plan.missed." + why.name().toLowerCase(Locale.ROOT));
  }

  public Text step(PlanObserver.Step step) {
    return phrases.say("plan.step." + step.name().toLowerCase(Locale.ROOT));
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
      case Requirement.SupplierFloor floor ->
          phrases.say(
              "plan.partner_floor",
              Map.of("partner", name(floor.supplier()), "count", Phrases.same(floor.least())));
      case Requirement.SupplierLimit limit ->
          phrases.say(
              "plan.days",
              Map.of("partner", name(limit.supplier()), "count", Phrases.same(limit.most())));
      case Requirement.Amount amount ->
          phrases.say(
              "plan.amount",
              Map.of(
                  "partner", name(amount.supplier()),
                  "amount",
                      Message.of(
                              "plan.money",
                              "amount",
                              amount.purse().amount(),
                              "currency",
                              amount.purse().currency())
                          .text()));
      case Requirement.Panel panel ->
          phrases.say(
              "plan.panel",
              Map.of("city", name(panel.city()), "count", Phrases.same(panel.most())));
      case Requirement.Independent both ->
          phrases.say(
              "plan.independent",
              Map.of(
                  "expert", name(both.expert()),
                  "partner", name(both.partner()),
                  "need", name(both.need())));
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
