package greenpair.search.settings;

import greenpair.catalog.value.Rule;

/// The probability that entries answer a query: the logistic function of the weighted [Evidence],
/// one for all languages and lengths.
///
/// The parameters are fitted on the tuning half of judged queries, including queries without an
/// answer; docs/evaluation.md has the data and the error on the other half.
///
/// @param least probability below which nothing is shown
/// @param constant of the sum
/// @param chance share of the information that an entry matches by chance
/// @param unknown nearness of an entry if the meaning of the query is not known
/// @param plain value of `rest` above which a few words tell a problem of the taxonomy
/// @param uncoded constant and weights where entries have no technologies, and those that a query
///     names say little; between both, in proportion to the entries that have some
/// @param weights of the evidence, each above 0: more of it is a better sign
public record NoMatchThreshold(
    @Rule.Range(max = 0.999) double least,
    @Rule.Range(min = -100, max = 100) double constant,
    double chance,
    @Rule.Range(min = -1, max = 1) double unknown,
    double plain,
    Uncoded uncoded,
    Evidence weights) {
  /// What speaks for an answer.
  ///
  /// @param share of the information of the words that the best entry matches, in [0, 1]; its
  ///     weight is that of what exceeds chance, times ln (1 + information)
  /// @param information of all words, in nats; its weight is that of ln (1 + information)
  /// @param named 1 if a term of a concept occurs
  /// @param asked 1 if it is the end of the query, which says what is asked for: vineyard solar
  /// @param guessed weight of the best guess of a concept, in [0, 1]
  /// @param entry how much nearer in meaning the nearest entry is than other subjects, in [-1, 1]
  /// @param rest the same of what the best entry does not match, and the taxonomy
  /// @param told rest, if it is that of a sentence, else what of rest is above `plain`: who tells a
  ///     problem uses few words that entries have
  public record Evidence(
      @Rule.Range(max = 100) double share,
      @Rule.Range(max = 100) double information,
      @Rule.Range(max = 100) double named,
      @Rule.Range(max = 100) double asked,
      @Rule.Range(max = 100) double guessed,
      @Rule.Range(max = 100) double entry,
      @Rule.Range(max = 100) double rest,
      @Rule.Range(max = 100) double told) {}

  /// See [Evidence].
  public record Uncoded(
      @Rule.Range(min = -100, max = 100) double constant,
      @Rule.Range(max = 100) double share,
      @Rule.Range(max = 100) double information,
      @Rule.Range(max = 100) double entry) {}

  /// The probability that the first entry answers the query.
  ///
  /// @param coded share of the entries that have technologies, in [0, 1]
  public double probability(Evidence evidence, double coded) {
    double information = Math.log1p(evidence.information);
    double share = Math.max(0, evidence.share - chance) * information;
    double withCodes =
        constant
            + weights.share * share
            + weights.information * information
            + weights.named * evidence.named
            + weights.asked * evidence.asked
            + weights.guessed * evidence.guessed
            + weights.entry * evidence.entry
            + weights.rest * evidence.rest
            + weights.told * evidence.told;
    double without =
        uncoded.constant
            + uncoded.share * share
            + uncoded.information * information
            + uncoded.entry * evidence.entry;
    return 1 / (1 + Math.exp(-(coded * withCodes + (1 - coded) * without)));
  }

  public boolean isAnswered(Evidence evidence, double coded) {
    return probability(evidence, coded) >= least;
  }
}
