package greenpair.match.reason;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.SiteConditions;
import greenpair.index.contract.Traits;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.Rules;
import greenpair.match.signal.SharedLanguage;
import greenpair.message.Amounts;
import greenpair.message.Phrases;

/// Explains a ranked entry in sentences: why it is listed, what to check, what is missing.
public final class Reasons {
  private final Phrases phrases;
  private final PreferenceReasons preferences;
  private final TechnologySentences technologies;
  private final CaseSentences told;
  private final FirmReasons firms;
  private final Cautions cautions;

  public Reasons(Rules rules, Phrases phrases) {
    this.phrases = phrases;
    this.preferences = new PreferenceReasons(phrases);
    this.technologies = new TechnologySentences(rules, phrases);
    this.told = new CaseSentences(rules, phrases);
    this.firms = new FirmReasons(phrases, technologies, told);
    this.cautions = new Cautions(phrases, preferences, told);
  }

  /// Why it is in the answer for a city.
  public Text reason(Entry entry, Ranked ranked, List<Answer.Case> cases) {
    List<Text> sentences = new ArrayList<>();
    if (!(ranked.candidate().traits() instanceof Traits.OfFirm)) {
      Kind like = entry.kind() == Kind.EXPERT ? Kind.FIRM : entry.kind();
      sentences.add(technologies.lead("reason." + like.word(), entry, ranked, Map.of()));
    }
    switch (ranked.candidate().traits()) {
      case Traits.OfFirm firm -> sentences.addAll(firms.of(entry, ranked, cases));
      case Traits.OfSolution solution -> {
        if (!ranked.offersFirst()) {
          sentences.add(phrases.say("reason.solution_part"));
        }
        sentences.add(told.proof(ranked, cases));
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
    sentences.add(technologies.lead("reason.opportunity", partner, ranked, Map.of("city", city)));
    switch (ranked.candidate().traits()) {
      case Traits.OfFinancier financier ->
          sentences.addAll(money(partner, ranked, financier, cases));
      case Traits.OfExpert expert -> sentences.addAll(advice(expert, ranked, cases));
      default -> sentences.add(told.proof(ranked, cases));
    }
    sentences.addAll(preferences.met(ranked));
    return Phrases.join(sentences);
  }

  /// @param entry as its reader may see it; the size of a deal is taken from it
  private List<Text> money(
      Entry entry, Ranked ranked, Traits.OfFinancier financier, List<Answer.Case> cases) {
    List<Text> sentences = new ArrayList<>();
    instrument(ranked, financier).ifPresent(sentences::add);
    if (entry instanceof Financier seen && seen.ticket() != null) {
      Amounts.range(seen.ticket(), "reason.ticket", phrases).ifPresent(sentences::add);
    }
    sentences.add(told.tookPart(cases).orElseGet(() -> phrases.say("reason.financier_no_case")));
    if (financier.type() != null
        && told.rules().eligibility().isForPreparationOnly(financier.type())) {
      sentences.add(phrases.say("gate.stage.preparation"));
    }
    return sentences;
  }

  /// What an expert can do for the city: language, days and past work.
  private List<Text> advice(Traits.OfExpert expert, Ranked ranked, List<Answer.Case> cases) {
    List<Text> sentences = new ArrayList<>();
    SharedLanguage.of(ranked.pair())
        .filter(Boolean::booleanValue)
        .ifPresent(shared -> sentences.add(phrases.say("reason.language")));
    Expert.Days days = expert.days();
    if (days != null && days.count() > 0 && !days.isOver(ranked.pair().query().asOf())) {
      Text count = Phrases.same(days.count());
      sentences.add(
          days.until() == null
              ? phrases.say("reason.days", Map.of("count", count))
              : phrases.say(
                  "reason.days_until", Map.of("count", count, "until", days.until().text())));
    }
    told.tookPart(cases).ifPresent(sentences::add);
    return sentences;
  }

  private Optional<Text> instrument(Ranked ranked, Traits.OfFinancier financier) {
    return ranked.pair().query().instruments().stream()
        .filter(financier.instruments()::contains)
        .findFirst()
        .map(
            code ->
                phrases.say(
                    "reason.instrument", Map.of("instrument", technologies.inSentence(code))));
  }

  /// The conditions of the place that speak against it, else those that speak for it.
  private Optional<Text> suits(Ranked ranked, Traits.OfSolution solution) {
    Map<SiteCondition, Boolean> here = SiteConditions.of(ranked.pair().query().city());
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

  /// What to check before using it.
  public List<Text> cautions(Entry entry, Ranked ranked, List<Answer.Case> cases) {
    return cautions.of(entry, ranked, cases);
  }

  /// What is missing: of the signals that have a weight for this need, and to reach a partner.
  public List<Text> unknowns(Entry entry, Ranked ranked) {
    List<Text> unknown = new ArrayList<>(unknowns(ranked));
    if (entry instanceof Entry.OfPartner each
        && each.partner().website() == null
        && each.partner().contact() == null) {
      unknown.add(phrases.say("unknown.website"));
    }
    return unknown;
  }

  /// What is missing of the signals.
  public List<Text> unknowns(Ranked ranked) {
    return ranked.explanation().parts().stream()
        .filter(part -> !part.known() && part.weight() > 0)
        .map(part -> phrases.say("unknown." + part.signal()))
        .toList();
  }
}
