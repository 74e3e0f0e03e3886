package greenpair.match.reason;

import module java.base;

import greenpair.catalog.Text;
import greenpair.index.contract.Precedent;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.Rules;
import greenpair.match.signal.Background;
import greenpair.match.signal.DeploymentEvidence;
import greenpair.match.signal.WeighedCase;
import greenpair.message.Phrases;
import org.jspecify.annotations.Nullable;

/// Describes past projects that support an entry.
record CaseSentences(Rules rules, Phrases phrases) {
  Text proof(Ranked ranked, List<Answer.Case> cases) {
    if (cases.isEmpty()) {
      return none(ranked);
    }
    Answer.Case best = cases.getFirst();
    boolean here = best.city().equals(ranked.pair().query().city().id());
    String key =
        here && best.inCity()
            ? "reason.case_here"
            : best.inCity() ? "reason.case" : "reason.case_near";
    List<Text> sentences = new ArrayList<>();
    sentences.add(phrases.say(key, values(best)));
    if (isRelatedOnly(ranked)) {
      sentences.add(phrases.say("reason.case_related"));
    } else if (isHardlyAlike(best)) {
      sentences.add(phrases.say("reason.alike", values(best)));
    }
    // Cases that are mere background, such as old ones, are not counted.
    long more = ranked.cases().skip(1).filter(each -> each.isProof(rules.ranking())).count();
    if (more > 0) {
      sentences.add(phrases.say("reason.cases_more", Map.of("count", Phrases.same(more))));
    }
    if (DeploymentEvidence.isOfOtherTypes(ranked.pair())) {
      sentences.add(phrases.say("reason.other_type"));
    }
    return Phrases.join(sentences);
  }

  /// Whether a case is only of a related technology.
  boolean isRelatedOnly(Ranked ranked) {
    double least = rules.ranking().minimumProofFit();
    return ranked.headline().map(WeighedCase::fit).orElse(1.0) < least;
  }

  /// Whether its city differs so much that a reader is told.
  boolean isHardlyAlike(Answer.Case best) {
    return !rules.ranking().headline().isAlike(best.similarity());
  }

  /// That it has no case that counts: none at all, or none that fits this need.
  Text none(Ranked ranked) {
    long done = ranked.candidate().precedents().stream().filter(Precedent::proves).count();
    return done == 0
        ? phrases.say("reason.no_case")
        : phrases.say("reason.cases_elsewhere", Map.of("count", Phrases.same(done)));
  }

  /// The part of a financier or an expert in its first case of what the need asks for first, or
  /// else in its first case, with the word that this is background.
  Optional<Text> tookPart(List<Answer.Case> cases) {
    String other = Background.OTHER_TECHNOLOGY.word();
    return cases.stream()
        .min(Comparator.comparing(each -> each.background().contains(other)))
        .map(
            best -> {
              String key = best.inCity() ? "reason.financier_case" : "reason.financier_case_near";
              Text part = phrases.say(key, values(best));
              return best.background().contains(other)
                  ? Phrases.join(List.of(part, background(other)))
                  : part;
            });
  }

  /// That a case is only background.
  Text background(String why) {
    return phrases.say("reason.background", Map.of("why", phrases.say("background." + why)));
  }

  /// What a sentence about a case may state.
  Map<String, Text> values(Answer.Case best) {
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
        "title", nested(best.name()));
  }

  /// A title inside quotation marks, with single ones inside.
  private static Text nested(Text title) {
    return new Text(nested(title.en()), nested(title.zh()));
  }

  private static @Nullable String nested(@Nullable String title) {
    return title == null ? null : title.replace('“', '‘').replace('”', '’');
  }
}
