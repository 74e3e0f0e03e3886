package greenpair.search.settings;

import greenpair.catalog.Language;
import greenpair.config.Settings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The probability that the best hit of a query without a concept answers it, from its score s and
/// the number n of words of the query: 1 / (1 + exp(-(constant + score ln s + length ln n))). With
/// the same evidence, a longer query reaches a lower score.
///
/// The parameters are fitted on judged queries, including queries without an answer;
/// docs/evaluation.md has the command and the error.
///
/// @param least probability below which nothing is shown
/// @param floors scores that short queries must reach, whatever the probability, by language
/// @param written curves by the language of the query, for words that entries have as written
/// @param rendered the same for words that entries say in the other language
public record NoMatchThreshold(
    double least,
    Map<Language, Floor> floors,
    Map<Language, Curve> written,
    Map<Language, Curve> rendered) {
  /// A short query shares a word with an entry by chance too often.
  ///
  /// @param score that the best hit must reach; 0 for none
  /// @param words longest query that it applies to
  public record Floor(double score, int words) {
    private static final int MOST = 1_000;

    private static Floor read(Settings settings) {
      return new Floor(settings.number("score", 0, 1), settings.whole("words", 0, MOST));
    }
  }

  /// The logistic function of one language.
  ///
  /// @param score above 0: a higher score is a better sign
  public record Curve(double constant, double score, double length) {
    /// The probability that a best hit with that score is an answer.
    public double probability(double best, int words) {
      double sum = constant + score * Math.log(best) + length * Math.log(Math.max(1, words));
      return 1 / (1 + Math.exp(-sum));
    }

    /// The score that has that probability.
    double at(double probability, int words) {
      double sum = Math.log(probability / (1 - probability));
      return Math.exp((sum - constant - length * Math.log(Math.max(1, words))) / score);
    }
  }

  static NoMatchThreshold read(Settings settings) {
    double least = settings.number("least", 0.001, 0.999);
    Settings floor = settings.child("floor");
    Map<Language, Floor> floors = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      floors.put(language, Floor.read(floor.child(language.word())));
    }
    Map<Language, Curve> written = curves(settings);
    Settings rendered = settings.child("rendered");
    return new NoMatchThreshold(least, floors, written, curves(rendered));
  }

  private static Map<Language, Curve> curves(Settings settings) {
    Map<Language, Curve> curves = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Settings each = settings.child(language.word());
      curves.put(
          language,
          new Curve(
              each.number("constant", -100, 100),
              each.number("score", 0.1, 100),
              each.number("length", -100, 100)));
    }
    return curves;
  }

  /// The score that the best hit must reach, in [0, 1].
  ///
  /// @param isRendered whether entries say its words in the other language
  /// @param words how many different words and pairs of characters the query has
  public double minimum(Language language, boolean isRendered, int words) {
    double likely = curve(language, isRendered).at(least, words);
    Floor floor = Objects.requireNonNull(floors.get(language));
    boolean isShort = !isRendered && words <= floor.words();
    return Math.min(1, isShort ? Math.max(likely, floor.score()) : likely);
  }

  public Curve curve(Language language, boolean isRendered) {
    return Objects.requireNonNull((isRendered ? rendered : written).get(language));
  }
}
