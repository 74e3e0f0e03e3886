package greenpair.match.settings;

import greenpair.config.Settings;
import greenpair.message.Message;

/// Shares of the score of a package, `packages` of `ranking.yaml`; they sum to 1 after reading.
public record PackageSettings(double solution, double firm, double financier, double precedent) {
  static PackageSettings read(Settings of) {
    PackageSettings read = of.record(PackageSettings.class);
    double sum = read.solution + read.firm + read.financier + read.precedent;
    if (!(sum > 0)) {
      of.problem("solution", Message.of("config.shares"));
      return new PackageSettings(1, 0, 0, 0);
    }
    return new PackageSettings(
        read.solution / sum, read.firm / sum, read.financier / sum, read.precedent / sum);
  }
}
