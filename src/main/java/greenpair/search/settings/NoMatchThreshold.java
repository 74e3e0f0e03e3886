package greenpair.search.settings;

import greenpair.catalog.Language;
import greenpair.config.Settings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The probability that a query is answered, from the share s of its information that entries match
/// in words, or from the nearness s of its meaning, and the number n of its words: 1 / (1 +
/// exp(-(constant + share ln s + length ln n))). Of a longer query, a smaller share is enough.
///
/// The parameters are fitted on judged queries, including queries without an answer;
/// docs/evaluation-methods.md has the command and the error.
///
/// @param least probability below which nothing is shown, by language of the query
/// @param technology what a named technology adds to the similarity of meaning
public record NoMatchThreshold(
    Map<Language, Double> least,
    double technology,
    Map<Language, Curve> words,
    Map<Language, Curve> meaning) {
  /// Words of a query, below which their number makes no difference.
  private static final int SHORT = 3;

  /// The smallest share that is told from none.
  private static final double NONE = 0.01;

  /// The logistic function of one language.
  ///
  /// @param share above 0: a larger share is a better sign
  public record Curve(double constant, double share, double length) {
    public double probability(double matched, int words) {
      double sum =
          constant
              + share * Math.log(Math.max(NONE, matched))
              + length * Math.log(Math.max(1, words));
      return 1 / (1 + Math.exp(-sum));
    }
  }

  static NoMatchThreshold read(Settings settings) {
    Settings from = settings.child("least");
    Map<Language, Double> least = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      least.put(language, from.number(language.word(), 0, 0.999));
    }
    return new NoMatchThreshold(
        least,
        settings.number("technology", 0, 1),
        curves(settings.child("words")),
        curves(settings.child("meaning")));
  }

  private static Map<Language, Curve> curves(Settings settings) {
    Map<Language, Curve> curves = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Settings each = settings.child(language.word());
      curves.put(
          language,
          new Curve(
              each.number("constant", -100, 100),
              each.number("share", 0.1, 100),
              each.number("length", -100, 100)));
    }
    return curves;
  }

  /// Whether a query of so many words is answered by words, if entries match that share of it.
  public boolean isAnswered(Language language, double matched, int length) {
    return reaches(language, words, matched, Math.max(SHORT, length));
  }

  /// Whether it is answered by its meaning, if that is so near.
  public boolean isMeant(Language language, double near, int length) {
    return reaches(language, meaning, near, length);
  }

  private boolean reaches(
      Language language, Map<Language, Curve> curves, double share, int length) {
    Curve curve = Objects.requireNonNull(curves.get(language));
    return curve.probability(share, length) >= Objects.requireNonNull(least.get(language));
  }
}
