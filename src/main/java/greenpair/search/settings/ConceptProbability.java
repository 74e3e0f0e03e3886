package greenpair.search.settings;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Rule;
import greenpair.concept.PlainWords;
import greenpair.config.Settings;
import greenpair.message.Message;

/// The probability that a plain-language text refers to a concept: 1 / (1 + exp(-(constant + words
/// w + share s + problems p + terms t))), with the values of [PlainWords.Evidence].
///
/// The parameters are fitted on sentences with known technologies and on texts of other subjects;
/// docs/evaluation.md has the command and the error.
///
/// @param least probability from which a concept is guessed, by language
/// @param sure probability from which a guess has its full weight
/// @param compared curves by language of the text, with word vectors
/// @param uncompared the same, without word vectors
public record ConceptProbability(
    Map<Language, Double> least,
    double sure,
    Map<Language, Curve> compared,
    Map<Language, Curve> uncompared) {
  /// The logistic function of one language.
  public record Curve(
      @Rule.Range(min = -100, max = 100) double constant,
      @Rule.Range(max = 100) double words,
      @Rule.Range(max = 100) double share,
      @Rule.Range(max = 100) double problems,
      @Rule.Range(max = 100) double terms) {
    private static final Map<String, Double> UNCOMPARED = Map.of("problems", 0.0, "terms", 0.0);

    /// No guess is certain, and the odds of a certain one would be infinite.
    private static final double MOST = 1 - 1e-9;

    double probability(PlainWords.Evidence evidence) {
      double sum =
          constant
              + words * evidence.words()
              + share * evidence.share()
              + problems * evidence.problems()
              + terms * evidence.terms();
      return Math.min(MOST, 1 / (1 + Math.exp(-sum)));
    }
  }

  static ConceptProbability read(Settings settings) {
    double sure = settings.number("sure", 0.001, 1);
    Settings each = settings.child("least");
    Map<Language, Double> least = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      double from = each.number(language.word(), 0.001, 0.999);
      if (from > sure) {
        each.refuse(language.word(), Message.of("check.not_above", "other", "sure"), from);
      }
      least.put(language, from);
    }
    Map<Language, Curve> compared = curves(settings, Map.of());
    Settings without = settings.child("without_vectors");
    return new ConceptProbability(least, sure, compared, curves(without, Curve.UNCOMPARED));
  }

  private static Map<Language, Curve> curves(Settings settings, Map<String, Double> given) {
    Map<Language, Curve> curves = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      curves.put(language, settings.child(language.word()).record(Curve.class, given));
    }
    return curves;
  }

  /// The probability of a guess; 0 for none.
  public double guess(PlainWords.Evidence evidence) {
    double probability = probability(evidence);
    double from = Objects.requireNonNull(least.get(evidence.language()));
    return probability >= from ? probability : 0;
  }

  public double probability(PlainWords.Evidence evidence) {
    Map<Language, Curve> curves = evidence.isCompared() ? compared : uncompared;
    return Objects.requireNonNull(curves.get(evidence.language())).probability(evidence);
  }
}
