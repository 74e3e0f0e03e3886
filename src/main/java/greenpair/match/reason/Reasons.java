package greenpair.match.reason;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.SiteConditions;
import greenpair.index.contract.Traits;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Explanation;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.Rules;
import greenpair.match.settings.Verdict;
import greenpair.match.signal.DeploymentEvidence;
import greenpair.match.signal.SharedLanguage;
import greenpair.match.signal.SimilarWork;
import greenpair.match.signal.TicketFit;
import greenpair.match.signal.WeighedCase;
import greenpair.message.Amounts;
import greenpair.message.Phrases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Explains a ranked entry in sentences: why it is listed, what to check, what is missing.
public final class Reasons {
  /// Technologies that a sentence names.
  private static final int NAMED = 2;

  /// Scores that differ by less than this are called close.
  private static final double CLOSE = 0.01;

  /// Differences that three digits do not show.
  private static final double NOTHING = 0.0005;

  private final Rules rules;
  private final Phrases phrases;
  private final PreferenceReasons preferences;

  public Reasons(Rules rules, Phrases phrases) {
    this.rules = rules;
    this.phrases = phrases;
    this.preferences = new PreferenceReasons(phrases);
  }

  /// Why it is in the answer for a city.
  public Text reason(Entry entry, Ranked ranked, List<Answer.Case> cases) {
    List<Text> sentences = new ArrayList<>();
    if (ranked.candidate().traits() instanceof Traits.OfFirm && !cases.isEmpty()) {
      sentences.addAll(work(entry, ranked, cases.getFirst()));
    } else {
      sentences.add(lead("reason." + entry.kind().word(), entry, ranked, Map.of()));
    }
    switch (ranked.candidate().traits()) {
      case Traits.OfFirm firm -> {
        if (cases.isEmpty()) {
          sentences.add(phrases.say("reason." + (wentWrong(ranked) ? "case_wrong" : "no_case")));
        }
        coverage(ranked).ifPresent(sentences::add);
      }
      case Traits.OfSolution solution -> {
        sentences.add(proof(ranked, cases));
        suits(ranked, solution).ifPresent(sentences::add);
      }
      case Traits.OfFinancier financier -> sentences.addAll(money(entry, ranked, financier, cases));
      case Traits.OfExpert expert -> sentences.addAll(advice(expert, ranked, cases));
      case Traits.Other other -> {}
    }
    sentences.addAll(preferences.met(ranked));
    return Phrases.join(sentences);
  }

  /// On what the two sides of its score rest; empty for a solution, which has only one.
  public Optional<Answer.Sides> sides(Ranked ranked) {
    return preferences.sides(ranked);
  }

  /// Why a need is in the answer for a partner.
  public Text opportunity(Entry partner, Text city, Ranked ranked, List<Answer.Case> cases) {
    List<Text> sentences = new ArrayList<>();
    sentences.add(lead("reason.opportunity", partner, ranked, Map.of("city", city)));
    switch (ranked.candidate().traits()) {
      case Traits.OfFinancier financier ->
          sentences.addAll(money(partner, ranked, financier, cases));
      case Traits.OfExpert expert -> sentences.addAll(advice(expert, ranked, cases));
      default -> sentences.add(proof(ranked, cases));
    }
    sentences.addAll(preferences.met(ranked));
    return Phrases.join(sentences);
  }

  /// The entry ranked before it by less than a hundredth for the same need, and the signal that
  /// separates them, so that readers do not overestimate a small difference. Empty if the list was
  /// reordered and the previous entry scores lower, because scores then do not explain the order.
  public Optional<Text> close(Ranked before, Text beforeName, Ranked ranked) {
    double ahead = before.score() - ranked.score();
    if (!before.pairing().ask().equals(ranked.pairing().ask()) || ahead < 0 || ahead >= CLOSE) {
      return Optional.empty();
    }
    Explanation.Part most = null;
    double apart = 0;
    for (Explanation.Part part : ranked.explanation().parts()) {
      double less = before.signal(part.signal()) - part.value();
      if (less * part.weight() > apart) {
        most = part;
        apart = less * part.weight();
      }
    }
    Map<String, Text> other = Map.of("other", beforeName);
    return Optional.of(
        most == null || apart < NOTHING
            ? phrases.say("reason.tied", other)
            : phrases.say("reason.close", Map.of("other", beforeName, "signal", most.label())));
  }

  /// @param entry as its reader may see it; the size of a deal is taken from it
  private List<Text> money(
      Entry entry, Ranked ranked, Traits.OfFinancier financier, List<Answer.Case> cases) {
    List<Text> sentences = new ArrayList<>();
    instrument(ranked, financier).ifPresent(sentences::add);
    if (entry instanceof Financier seen && seen.ticket() != null) {
      Amounts.range(seen.ticket(), "reason.ticket", phrases).ifPresent(sentences::add);
    }
    tookPart(cases).ifPresent(sentences::add);
    return sentences;
  }

  private Optional<Text> tookPart(List<Answer.Case> cases) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    Answer.Case best = cases.getFirst();
    String key = best.inCity() ? "reason.financier_case" : "reason.financier_case_near";
    return Optional.of(phrases.say(key, values(best)));
  }

  /// What an expert can do for the city: language, days and past work.
  private List<Text> advice(Traits.OfExpert expert, Ranked ranked, List<Answer.Case> cases) {
    List<Text> sentences = new ArrayList<>();
    SharedLanguage.of(ranked.pairing())
        .filter(Boolean::booleanValue)
        .ifPresent(shared -> sentences.add(phrases.say("reason.language")));
    Expert.Days days = expert.days();
    if (days != null && days.count() > 0 && !days.isOver(ranked.pairing().ask().asOf())) {
      Text count = Phrases.same(days.count());
      sentences.add(
          days.until() == null
              ? phrases.say("reason.days", Map.of("count", count))
              : phrases.say(
                  "reason.days_until", Map.of("count", count, "until", days.until().text())));
    }
    tookPart(cases).ifPresent(sentences::add);
    return sentences;
  }

  /// Which wanted technologies the entry answers, and how closely: the first two of those that it
  /// answers best, in the order of the need.
  private Text lead(String prefix, Entry entry, Ranked ranked, Map<String, Text> more) {
    Taxonomy.Relation closest = Taxonomy.Relation.NONE;
    Set<Code> offered = new LinkedHashSet<>();
    for (Code wanted : ranked.pairing().ask().technologies()) {
      for (Code code : entry.technologies()) {
        Taxonomy.Relation relation = rules.taxonomy().relate(wanted, code);
        double nearer = rules.ranking().relation(relation) - rules.ranking().relation(closest);
        if (nearer > 0) {
          closest = relation;
          offered.clear();
        }
        if (nearer >= 0 && relation != Taxonomy.Relation.NONE && offered.size() < NAMED) {
          offered.add(code);
        }
      }
    }
    if (offered.isEmpty() && !entry.technologies().isEmpty()) {
      offered.add(entry.technologies().getFirst());
    }
    List<Text> labels = offered.stream().map(this::inSentence).toList();
    Text technology =
        labels.isEmpty()
            ? Phrases.same("–")
            : labels.size() == 1
                ? labels.getFirst()
                : phrases.say("list.and", Map.of("first", labels.get(0), "last", labels.get(1)));
    Map<String, Text> values = new HashMap<>(more);
    values.put("name", entry.name());
    values.put("technology", technology);
    return phrases.say(prefix + "." + closest.name().toLowerCase(java.util.Locale.ROOT), values);
  }

  /// A label inside a sentence: lower-case first letter unless it is an abbreviation.
  private Text inSentence(Code code) {
    Text label = rules.taxonomy().label(code);
    String en = label.best(Language.EN);
    boolean plain =
        en.length() > 1
            && Character.isUpperCase(en.charAt(0))
            && Character.isLowerCase(en.charAt(1));
    String small = plain ? Character.toLowerCase(en.charAt(0)) + en.substring(1) : en;
    return new Text(small, label.best(Language.ZH));
  }

  private Text proof(Ranked ranked, List<Answer.Case> cases) {
    if (cases.isEmpty()) {
      return phrases.say("reason.no_case");
    }
    Answer.Case best = cases.getFirst();
    boolean here = best.city().equals(ranked.pairing().ask().city().id());
    String key =
        here && best.inCity()
            ? "reason.case_here"
            : best.inCity() ? "reason.case" : "reason.case_near";
    List<Text> sentences = new ArrayList<>();
    sentences.add(phrases.say(key, values(best)));
    double least = rules.ranking().minimumProofFit();
    if (ranked.headline().map(WeighedCase::fit).orElse(1.0) < least) {
      sentences.add(phrases.say("reason.case_related"));
    }
    long more = ranked.pairing().cases().stream().filter(each -> each.weight() > 0).count() - 1;
    if (more == 1) {
      sentences.add(phrases.say("reason.case_more"));
    } else if (more > 1) {
      sentences.add(phrases.say("reason.cases_more", Map.of("count", Phrases.same(more))));
    }
    SimilarWork.shared(ranked.pairing()).ifPresent(shared -> sentences.add(similar(shared)));
    if (DeploymentEvidence.isOfOtherTypes(ranked.pairing())) {
      sentences.add(phrases.say("reason.other_type"));
    }
    return Phrases.join(sentences);
  }

  /// What a firm did in a case and how that went, then why the case is only background, or how
  /// similar its city is.
  private List<Text> work(Entry firm, Ranked ranked, Answer.Case best) {
    Answer.Doer own =
        best.firms().stream().filter(each -> each.id().equals(firm.id())).findFirst().orElseThrow();
    Map<String, Text> values = new HashMap<>(values(best));
    values.put("name", firm.name());
    List<Text> sentences = new ArrayList<>();
    if (own.role() == null) {
      sentences.add(phrases.say("reason.work", values));
    } else {
      values.put("role", phrases.say("role." + own.role().word()));
      sentences.add(phrases.say("reason.work_role", values));
    }
    Deployment.Figure figure = own.figure();
    if (own.result() != null) {
      Text result = phrases.say("result." + own.result());
      sentences.add(
          figure == null
              ? phrases.say("reason.result", Map.of("result", result))
              : phrases.say(
                  "reason.result_figure",
                  Map.of("result", result, "figure", Amounts.figure(figure))));
    }
    if (ranked.headline().map(WeighedCase::fit).orElse(1.0) < rules.ranking().minimumProofFit()) {
      sentences.add(phrases.say("reason.case_related"));
    } else if (!best.background().isEmpty()) {
      sentences.add(phrases.say("background." + best.background().getFirst(), values));
    } else if (!best.city().equals(ranked.pairing().ask().city().id())) {
      sentences.add(phrases.say("reason.alike", values));
    }
    return sentences;
  }

  private static boolean wentWrong(Ranked ranked) {
    return ranked.pairing().cases().stream().anyMatch(each -> each.against() > 0);
  }

  /// How much of the need it covers, unless the need names one technology only and it offers that.
  private Optional<Text> coverage(Ranked ranked) {
    List<Code> covered = ranked.wanted(/* isOffered= */ true);
    List<Code> missing = ranked.wanted(/* isOffered= */ false);
    int all = covered.size() + missing.size();
    if (missing.isEmpty()) {
      return all < 2
          ? Optional.empty()
          : Optional.of(
              all == 2
                  ? phrases.say("reason.covers_both")
                  : phrases.say("reason.covers_all", Map.of("all", Phrases.same(all))));
    }
    Map<String, Text> values =
        Map.of(
            "count", Phrases.same(covered.size()),
            "all", Phrases.same(all),
            "missing", Phrases.list(missing.stream().map(this::inSentence).toList()));
    return Optional.of(phrases.say("reason.covers", values));
  }

  private Text similar(SimilarWork.Shared shared) {
    List<Text> names =
        shared.attributes().stream().map(each -> phrases.say("attribute." + each.word())).toList();
    Text all = Phrases.list(names);
    String key = shared.count() == 1 ? "reason.similar_one" : "reason.similar";
    return phrases.say(key, Map.of("count", Phrases.same(shared.count()), "attributes", all));
  }

  private Map<String, Text> values(Answer.Case best) {
    Text year =
        best.year() == null
            ? phrases.say("case.year_unknown")
            : phrases.say("case.year", Map.of("year", Phrases.same(best.year())));
    Text location = best.location() == null ? best.cityName() : best.location();
    return Map.of(
        "place", best.inCity() ? best.cityName() : location,
        "city", best.cityName(),
        "location", location,
        "year", year,
        "grade", Phrases.same(best.grade()),
        "alike", Phrases.same(Math.round(100 * best.similarity())),
        "title", best.name());
  }

  /// The conditions of the place that speak against it, else those that speak for it.
  private Optional<Text> suits(Ranked ranked, Traits.OfSolution solution) {
    Map<SiteCondition, Boolean> here = SiteConditions.of(ranked.pairing().ask().city());
    return conditions("reason.avoid", solution.avoid(), here)
        .or(() -> conditions("reason.suits", solution.suits(), here));
  }

  private Optional<Text> conditions(
      String key, List<SiteCondition> named, Map<SiteCondition, Boolean> here) {
    List<Text> holding =
        named.stream()
            .filter(each -> here.getOrDefault(each, false))
            .map(each -> phrases.say("condition." + each.word()))
            .toList();
    if (holding.isEmpty()) {
      return Optional.empty();
    }
    Text all = Phrases.list(holding);
    return Optional.of(phrases.say(key, Map.of("conditions", all)));
  }

  private Optional<Text> instrument(Ranked ranked, Traits.OfFinancier financier) {
    return ranked.pairing().ask().instruments().stream()
        .filter(financier.instruments()::contains)
        .findFirst()
        .map(code -> phrases.say("reason.instrument", Map.of("instrument", inSentence(code))));
  }

  public List<Text> cautions(Entry entry, Ranked ranked, List<Answer.Case> cases) {
    List<Text> cautions = new ArrayList<>();
    if (!entry.verified()) {
      boolean own = entry.kind() == Kind.SOLUTION;
      cautions.add(phrases.say(own ? "caution.own_estimates" : "caution.unverified"));
    }
    for (Gate gate : ranked.gates()) {
      if (gate.verdict() == Verdict.UNKNOWN) {
        cautions.add(gate.because());
      }
    }
    if (!cases.isEmpty() && !cases.getFirst().verified()) {
      cautions.add(phrases.say("caution.case_unverified"));
    }
    String country = ranked.pairing().ask().city().country();
    if (ranked.candidate().traits() instanceof Traits.OfFirm
        && !cases.isEmpty()
        && ranked.pairing().cases().stream()
            .noneMatch(
                each ->
                    each.precedent().proves()
                        && each.precedent().city().country().equals(country))) {
      cautions.add(phrases.say("caution.no_case_in_country"));
    }
    boolean outside =
        ranked.explanation().parts().stream()
            .anyMatch(
                part -> part.signal().equals(TicketFit.NAME) && part.known() && part.value() < 0.5);
    if (outside) {
      cautions.add(phrases.say("caution.ticket_outside"));
    }
    preferences.unmet(ranked).ifPresent(cautions::add);
    cautions.addAll(
        new Contradictions(phrases)
            .of(entry, ranked.candidate().precedents(), ranked.pairing().ask().asOf()));
    return cautions;
  }

  /// What is missing, of the signals that have a weight for this need.
  public List<Text> unknowns(Ranked ranked) {
    return ranked.explanation().parts().stream()
        .filter(part -> !part.known() && part.weight() > 0)
        .map(part -> phrases.say("unknown." + part.signal()))
        .toList();
  }
}
