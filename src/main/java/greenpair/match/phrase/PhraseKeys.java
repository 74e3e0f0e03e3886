package greenpair.match.phrase;

import greenpair.catalog.Attribute;
import greenpair.catalog.Kind;
import greenpair.catalog.SiteCondition;
import greenpair.index.query.Facet;
import greenpair.match.signal.PreferenceFit;
import greenpair.match.signal.Signals;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The keys of all phrases, so that a missing phrase is reported at startup and not in an answer.
final class PhraseKeys {
  private static final Set<String> CASE =
      Set.of("city", "year", "grade", "title", "location", "alike");

  /// Phrases of planning with their values, see the package `plan`.
  private static final Map<String, Set<String>> PLANNING = planning();

  static final Set<String> ALL = all();

  private PhraseKeys() {}

  private static Set<String> all() {
    Set<String> keys =
        new TreeSet<>(
            Set.of(
                "gate.alive.fail_unverified",
                "gate.alive.acquired",
                "gate.alive.unseen",
                "gate.alive.old",
                "gate.confidential.pass",
                "gate.ticket.too_small",
                "gate.stage.preparation",
                "gate.conflict.affiliated",
                "gate.days.over"));
    for (String gate :
        Set.of(
            "alive",
            "seller",
            "market",
            "borrower",
            "ticket",
            "stage",
            "conflict",
            "language",
            "days")) {
      keys.addAll(Set.of(gate(gate, "pass"), gate(gate, "unknown"), gate(gate, "fail")));
    }
    for (String gate : Set.of("membership", "instrument")) {
      keys.addAll(Set.of(gate(gate, "pass"), gate(gate, "unknown")));
    }
    for (String kind : Set.of("firm", "financier", "solution", "expert")) {
      for (String relation : Set.of("same", "below", "above", "sibling", "none")) {
        keys.add("reason." + kind + "." + relation);
      }
      keys.add("outcome." + kind + ".match");
      keys.add("outcome." + kind + ".none");
    }
    keys.add("outcome.firm.nearest");
    keys.add("outcome.expert.empty");
    keys.add("shortfall.no_firm");
    for (String list : Set.of("incumbents", "below", "unproven", "peers", "excluded")) {
      keys.addAll(Set.of("shortfall." + list + ".one", "shortfall." + list + ".more"));
    }
    for (String list : Set.of("below", "unproven", "peers")) {
      keys.add("shortfall.nearest_" + list);
    }
    for (String spread : Set.of("need", "xquad", "calibrated")) {
      keys.add("spread." + spread);
      keys.add("spread." + spread + ".free");
    }
    for (String relation : Set.of("same", "below", "above", "sibling", "none")) {
      keys.add("reason.opportunity." + relation);
    }
    for (String ends : Set.of("both", "least", "most")) {
      keys.add("reason.ticket." + ends);
    }
    for (SiteCondition condition : SiteCondition.values()) {
      keys.add("condition." + condition.word());
    }
    for (Attribute attribute : Attribute.values()) {
      keys.add("attribute." + attribute.word());
    }
    keys.addAll(
        Set.of(
            "list.and",
            "reason.tied",
            "reason.close",
            "reason.case_more",
            "reason.similar",
            "reason.similar_one",
            "reason.case",
            "reason.case_near",
            "reason.case_related",
            "reason.cases_more",
            "reason.case_here",
            "reason.no_case",
            "reason.package",
            "reason.package_precedent",
            "counterfactual.case",
            "counterfactual.lead",
            "reason.instrument",
            "reason.language",
            "reason.days",
            "reason.days_until",
            "reason.suits",
            "reason.avoid",
            "reason.financier_case",
            "reason.financier_case_near",
            "caution.unverified",
            "caution.own_estimates",
            "caution.case_unverified",
            "caution.no_case_in_country",
            "caution.ticket_outside",
            "caution.preferences",
            "reason.preferences",
            "signal." + PreferenceFit.NAME,
            "sides.facts",
            "sides.partner",
            "sides.reciprocal",
            "contradiction.before_founding",
            "contradiction.currencies",
            "contradiction.future"));
    for (PreferenceFit.Aspect aspect : PreferenceFit.Aspect.values()) {
      keys.add("preference." + aspect.word());
    }
    for (String part : Set.of("solution", "firm", "financier", "precedent")) {
      keys.add("signal.package_" + part);
    }
    search(keys);
    publishing(keys);
    keys.addAll(PLANNING.keySet());
    for (String signal : Signals.NAMES) {
      keys.add("signal." + signal);
      keys.add("unknown." + signal);
    }
    return keys;
  }

  /// Phrases of search, see the package of that name.
  private static void search(Set<String> keys) {
    for (String part :
        Set.of("concepts", "labels", "words", "name", "place", "similar", "filter")) {
      keys.add("signal.search_" + part);
    }
    for (String sentence : Set.of("match", "none", "other", "unmatched", "nearest", "no_vectors")) {
      keys.add("search." + sentence);
    }
    for (String why :
        Set.of(
            "concept",
            "similar",
            "exact",
            "guessed",
            "related",
            "mentioned",
            "cases",
            "name",
            "asked",
            "words",
            "rendered",
            "all")) {
      keys.add("why." + why);
    }
    keys.add("facet.kind");
    keys.add("facet.unknown");
    keys.add("facet.climate.class");
    keys.add("facet.market.world");
    keys.add("facet.market.oda");
    keys.add("facet.market.region");
    for (Kind kind : Kind.SEARCHED) {
      keys.add("facet.kind." + kind.word());
    }
    for (Facet facet : Facet.values()) {
      keys.add("facet." + facet.word());
      facet.spoken().forEach(value -> keys.add("facet." + facet.word() + "." + value));
    }
  }

  /// Phrases of the report before publication, see the package `reindex`.
  private static void publishing(Set<String> keys) {
    keys.addAll(
        Set.of(
                "first",
                "unasked",
                "sampled",
                "empty",
                "shrunk",
                "missing",
                "dropped",
                "judged",
                "no_judgements",
                "set.search",
                "set.recommendations",
                "language.en",
                "language.zh",
                "entered",
                "left",
                "moved",
                "cause.new",
                "cause.changed",
                "cause.retired",
                "cause.others",
                "cause.none")
            .stream()
            .map(key -> "publish." + key)
            .toList());
  }

  private static Map<String, Set<String>> planning() {
    Map<String, Set<String>> slots = new TreeMap<>();
    for (String why : Set.of("chosen", "must", "must_not", "no_side", "province")) {
      slots.put("plan.why." + why, Set.of());
    }
    slots.put("plan.why.unknown", Set.of("missing"));
    slots.put("plan.why.weaker", Set.of("rival", "loss"));
    slots.put("plan.robust", Set.of("draws"));
    slots.put("plan.not_robust", Set.of("draws"));
    slots.put("plan.proven", Set.of());
    slots.put("plan.gap", Set.of("gap"));
    slots.put("plan.conflict", Set.of());
    slots.put("plan.need_floor", Set.of("need", "count", "kind"));
    slots.put("plan.need_limit", Set.of("need", "count", "kind"));
    Kind.PARTNERS.forEach(kind -> slots.put("plan.kind." + kind.word(), Set.of()));
    slots.put("plan.days", Set.of("partner", "count"));
    slots.put("plan.panel", Set.of("city", "count"));
    slots.put("plan.independent", Set.of("expert", "partner", "need"));
    slots.put("plan.partner_floor", Set.of("partner", "count"));
    slots.put("plan.capacity", Set.of("partner", "count"));
    slots.put("plan.pin", Set.of("partner", "need"));
    slots.put("plan.veto", Set.of("partner", "where"));
    slots.put("plan.veto_all", Set.of("partner"));
    slots.put("plan.one_role", Set.of("partner", "need"));
    slots.put("plan.price.capacities", Set.of("partner", "cities", "share"));
    for (String condition : Set.of("panels", "floors", "fairness", "keeping")) {
      slots.put("plan.price." + condition, Set.of("share"));
    }
    slots.put("plan.price.one", Set.of("rule", "share"));
    slots.put("plan.gain", Set.of("partner", "cities", "share"));
    slots.put("plan.gain.days", Set.of("partner", "needs", "share"));
    slots.put("plan.broken", Set.of("rule"));
    for (String why : Set.of("veto", "full", "days", "conflict", "panel", "other")) {
      slots.put("plan.missed." + why, Set.of());
    }
    for (String step : Set.of("asking", "solving", "drawing", "pricing", "explaining")) {
      slots.put("plan.step." + step, Set.of());
    }
    return slots;
  }

  private static Set<String> publishing(String key) {
    return switch (key) {
      case "publish.unasked" -> Set.of("reason");
      case "publish.sampled" -> Set.of("count", "all");
      case "publish.empty" -> Set.of("count");
      case "publish.shrunk" -> Set.of("source", "kind", "from", "to", "share");
      case "publish.missing", "publish.dropped" -> Set.of("source", "count");
      case "publish.judged" -> Set.of("set", "language", "from", "to", "margin");
      case "publish.entered", "publish.left", "publish.moved" ->
          Set.of("entry", "need", "from", "to", "cause");
      case "publish.cause.none" -> Set.of();
      default -> key.startsWith("publish.cause.") ? Set.of("record") : Set.of();
    };
  }

  /// The values that a phrase may use; any other would fail in an answer.
  static Set<String> slots(String key) {
    return switch (key) {
      case "reason.case", "reason.case_here", "reason.financier_case" -> CASE;
      case "reason.case_near", "reason.financier_case_near" -> CASE;
      case "list.and" -> Set.of("first", "last");
      case "gate.alive.pass", "gate.alive.old" -> Set.of("date");
      case "gate.conflict.pass" -> Set.of("date");
      case "gate.conflict.fail", "gate.conflict.affiliated" -> Set.of("party");
      case "gate.days.pass", "reason.days" -> Set.of("count");
      case "reason.days_until" -> Set.of("count", "until");
      case "reason.tied" -> Set.of("other");
      case "reason.close" -> Set.of("other", "signal");
      case "reason.ticket.both" -> Set.of("min", "max");
      case "reason.ticket.least" -> Set.of("min");
      case "reason.ticket.most" -> Set.of("max");
      case "reason.suits", "reason.avoid" -> Set.of("conditions");
      case "reason.cases_more",
          "shortfall.incumbents.more",
          "shortfall.below.more",
          "shortfall.unproven.more",
          "shortfall.peers.more",
          "shortfall.excluded.more" ->
          Set.of("count");
      case "shortfall.nearest_below", "shortfall.nearest_unproven", "shortfall.nearest_peers" ->
          Set.of("name");
      case "reason.similar", "reason.similar_one" -> Set.of("count", "attributes");
      case "reason.preferences", "caution.preferences" -> Set.of("wanted");
      case "contradiction.before_founding" -> Set.of("case", "year", "founded");
      case "contradiction.currencies" -> Set.of("currencies");
      case "contradiction.future" -> Set.of("case", "year");
      case "reason.instrument" -> Set.of("instrument");
      case "reason.package" -> Set.of("firm", "solution", "financier");
      case "reason.package_precedent" -> Set.of("firm", "financier", "title");
      case "search.match" -> Set.of("count");
      case "search.other", "search.unmatched" -> Set.of("words");
      case "facet.climate.class" -> Set.of("code");
      case "facet.market.region" -> Set.of("code", "country");
      case "search.nearest" -> Set.of("technologies");
      case "why.exact" -> Set.of("label");
      case "why.concept", "why.guessed", "why.related", "why.mentioned" ->
          Set.of("label", "written");
      case "why.rendered" -> Set.of("said", "written");
      case "spread.need", "spread.xquad", "spread.calibrated" -> Set.of("cost");
      case "counterfactual.case" -> Set.of("from", "to");
      case "counterfactual.lead" -> Set.of("to");
      default -> {
        if (PLANNING.containsKey(key)) {
          yield PLANNING.getOrDefault(key, Set.of());
        }
        if (key.startsWith("publish.")) {
          yield publishing(key);
        }
        if (key.startsWith("outcome.")) {
          yield Set.of("city");
        }
        if (key.startsWith("gate.membership.")) {
          yield Set.of("network");
        }
        if (key.startsWith("reason.opportunity.")) {
          yield Set.of("name", "technology", "city");
        }
        yield key.matches("reason\\.(firm|financier|solution|expert)\\..*")
            ? Set.of("name", "technology")
            : Set.of();
      }
    };
  }

  private static String gate(String gate, String verdict) {
    return "gate." + gate + "." + verdict;
  }
}
