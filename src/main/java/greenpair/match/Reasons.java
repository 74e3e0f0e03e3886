package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.SiteCondition;
import greenpair.catalog.Taxonomy;
import greenpair.catalog.Text;
import greenpair.index.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says in sentences what the numbers of a ranked entry mean: why it is there, what to check, what
/// is missing.
final class Reasons {
  private final Rules rules;
  private final Phrases phrases;

  Reasons(Rules rules, Phrases phrases) {
    this.rules = rules;
    this.phrases = phrases;
  }

  Text reason(Entry entry, Ranked ranked, List<Answer.Case> cases) {
    List<Text> sentences = new ArrayList<>();
    sentences.add(lead(entry, ranked));
    switch (ranked.candidate().traits()) {
      case Traits.OfFirm firm -> sentences.add(proof(ranked, cases));
      case Traits.OfSolution solution -> {
        sentences.add(proof(ranked, cases));
        suits(ranked, solution).ifPresent(sentences::add);
      }
      case Traits.OfFinancier financier -> {
        instrument(ranked, financier).ifPresent(sentences::add);
        if (!cases.isEmpty()) {
          Answer.Case best = cases.getFirst();
          String key = best.inCity() ? "reason.financier_case" : "reason.financier_case_near";
          sentences.add(phrases.say(key, values(best)));
        }
      }
      case Traits.Other other -> {}
    }
    return Phrases.join(sentences);
  }

  /// Which wanted technology the entry answers, and how closely.
  private Text lead(Entry entry, Ranked ranked) {
    String kind = entry.kind().word();
    Taxonomy.Relation closest = Taxonomy.Relation.NONE;
    Code offered = null;
    for (Code wanted : ranked.pairing().ask().technologies()) {
      for (Code code : entry.technologies()) {
        Taxonomy.Relation relation = rules.taxonomy().relate(wanted, code);
        if (offered == null
            || rules.ranking().relation(relation) > rules.ranking().relation(closest)) {
          closest = relation;
          offered = code;
        }
      }
    }
    String key = "reason." + kind + "." + closest.name().toLowerCase(java.util.Locale.ROOT);
    Text technology = offered == null ? Phrases.same("–") : inSentence(offered);
    return phrases.say(key, Map.of("name", entry.name(), "technology", technology));
  }

  /// A label as it stands inside a sentence: small first letter unless it is an abbreviation.
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
    if (ranked.pairing().cases().getFirst().fit() < least) {
      sentences.add(phrases.say("reason.case_related"));
    }
    long more = ranked.pairing().cases().stream().filter(each -> each.weight() > 0).count() - 1;
    if (more > 0) {
      sentences.add(phrases.say("reason.cases_more", Map.of("count", Phrases.same(more))));
    }
    return Phrases.join(sentences);
  }

  private static Map<String, Text> values(Answer.Case best) {
    Text year =
        best.year() == null
            ? new Text("year unknown", "年份不详")
            : new Text(best.year().toString(), best.year() + "年");
    Text location = best.location() == null ? best.cityName() : best.location();
    return Map.of(
        "city", best.cityName(),
        "location", location,
        "year", year,
        "grade", Phrases.same(best.grade()),
        "title", best.name());
  }

  private Optional<Text> suits(Ranked ranked, Traits.OfSolution solution) {
    Map<SiteCondition, Boolean> here = SiteConditions.of(ranked.pairing().ask().city());
    boolean avoid = solution.avoid().stream().anyMatch(each -> here.getOrDefault(each, false));
    if (avoid) {
      return Optional.of(phrases.say("reason.avoid"));
    }
    boolean suits = solution.suits().stream().anyMatch(each -> here.getOrDefault(each, false));
    return suits ? Optional.of(phrases.say("reason.suits")) : Optional.empty();
  }

  private Optional<Text> instrument(Ranked ranked, Traits.OfFinancier financier) {
    return ranked.pairing().ask().instruments().stream()
        .filter(financier.instruments()::contains)
        .findFirst()
        .map(code -> phrases.say("reason.instrument", Map.of("instrument", inSentence(code))));
  }

  List<Text> cautions(Entry entry, Ranked ranked, List<Answer.Case> cases) {
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
    cautions.addAll(
        new Contradictions(phrases)
            .of(entry, ranked.candidate().precedents(), ranked.pairing().ask().asOf()));
    return cautions;
  }

  List<Text> unknowns(Ranked ranked) {
    return ranked.explanation().parts().stream()
        .filter(part -> !part.known())
        .map(part -> phrases.say("unknown." + part.signal()))
        .toList();
  }
}
