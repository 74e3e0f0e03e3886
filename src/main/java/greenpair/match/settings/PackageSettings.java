package greenpair.match.settings;

import greenpair.config.Settings;

/// Shares of the score of a package, `packages` of `ranking.yaml`; they sum to 1 after reading.
public record PackageSettings(double solution, double firm, double financier, double precedent) {
  static PackageSettings read(Settings of) {
    double solution = of.number("solution", 0, 1);
    double firm = of.number("firm", 0, 1);
    double financier = of.number("financier", 0, 1);
    double precedent = of.number("precedent", 0, 1);
    double sum = solution + firm + financier + precedent;
    if (!(sum > 0)) {
      of.problem("solution", "and the other shares sum to 0; at least one must be above 0");
      return new PackageSettings(1, 0, 0, 0);
    }
    return new PackageSettings(solution / sum, firm / sum, financier / sum, precedent / sum);
  }
}
