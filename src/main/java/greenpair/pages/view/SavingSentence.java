package greenpair.pages.view;

import greenpair.match.settings.Saving;

/// What a solution saves at the city's grid in one sentence, with formula and units; or that it
/// emits more if the grid is too carbon-intensive.
public final class SavingSentence {
  private static final int DECIMALS = 2;

  private SavingSentence() {}

  public static String of(PageText v, Saving saving) {
    double value = saving.value();
    if (saving.replaces() != null) {
      return v.say(
          "card.saving.range",
          "replaces",
          v.plain(saving.replaces()),
          "low",
          v.formats().number(saving.low(), DECIMALS),
          "high",
          v.formats().number(saving.high(), DECIMALS),
          "unit",
          v.plain(saving.unit()),
          "baseline",
          v.formats().number(saving.baseline(), DECIMALS),
          "electricity",
          electricity(v, saving.electricity()),
          "grid",
          v.formats().number(saving.grid(), DECIMALS));
    }
    return v.say(
        value < 0 ? "card.emits" : "card.saving",
        "value",
        v.number(Math.abs(value)),
        "unit",
        v.plain(saving.unit()),
        "baseline",
        v.formats().number(saving.baseline(), DECIMALS),
        "electricity",
        electricity(v, saving.electricity()),
        "grid",
        v.formats().number(saving.grid(), DECIMALS));
  }

  /// In brackets if below 0, because it follows a minus.
  private static String electricity(PageText v, double amount) {
    String number = v.formats().number(amount, DECIMALS);
    return amount < 0 ? "(" + number + ")" : number;
  }
}
