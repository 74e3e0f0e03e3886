package greenpair.match.phrase;

import greenpair.catalog.Kind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Phrases of planning with the values that each may use, see the package `plan`.
final class PlanPhrases {
  static final Map<String, Set<String>> SLOTS = slots();

  private PlanPhrases() {}

  private static Map<String, Set<String>> slots() {
    Map<String, Set<String>> slots = new TreeMap<>();
    for (String why : Set.of("chosen", "must", "must_not", "no_side", "province")) {
      slots.put("plan.why." + why, Set.of());
    }
    slots.put("plan.why.unknown", Set.of("missing"));
    slots.put("plan.why.weaker", Set.of("rival", "loss"));
    slots.put("plan.why.weaker_here", Set.of("rival", "loss", "weights"));
    slots.put("plan.robust", Set.of("draws"));
    slots.put("plan.not_robust", Set.of("draws"));
    slots.put("plan.proven", Set.of());
    slots.put("plan.gap", Set.of("gap"));
    slots.put("plan.conflict", Set.of());
    slots.put("plan.need_floor", Set.of("need", "count", "kind"));
    slots.put("plan.need_limit", Set.of("need", "count", "kind"));
    Kind.PARTNERS.forEach(kind -> slots.put("plan.kind." + kind.word(), Set.of()));
    slots.put("plan.days", Set.of("partner", "count"));
    slots.put("plan.amount", Set.of("partner", "amount"));
    slots.put("plan.earned", Set.of("partner", "count"));
    slots.put("plan.panel", Set.of("city", "count"));
    slots.put("plan.independent", Set.of("expert", "partner", "need"));
    slots.put("plan.partner_floor", Set.of("partner", "count"));
    slots.put("plan.capacity", Set.of("partner", "count"));
    slots.put("plan.pin", Set.of("partner", "need"));
    slots.put("plan.veto", Set.of("partner", "where"));
    slots.put("plan.veto_all", Set.of("partner"));
    slots.put("plan.one_role", Set.of("partner", "need"));
    slots.put("plan.price.capacities", Set.of("partner", "cities", "share"));
    for (String condition : Set.of("amounts", "merit", "panels", "floors", "fairness", "keeping")) {
      slots.put("plan.price." + condition, Set.of("share"));
    }
    slots.put("plan.price.one", Set.of("rule", "share"));
    slots.put("plan.gain", Set.of("partner", "cities", "share"));
    slots.put("plan.gain.days", Set.of("partner", "needs", "share"));
    slots.put("plan.broken", Set.of("rule"));
    for (String why :
        Set.of("veto", "full", "days", "amount", "merit", "conflict", "panel", "other")) {
      slots.put("plan.missed." + why, Set.of());
    }
    for (String step : Set.of("asking", "solving", "drawing", "pricing", "explaining")) {
      slots.put("plan.step." + step, Set.of());
    }
    return slots;
  }
}
