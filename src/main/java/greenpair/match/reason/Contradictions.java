package greenpair.match.reason;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Text;
import greenpair.catalog.value.Money;
import greenpair.index.contract.Precedent;
import greenpair.message.Phrases;

/// Contradictions between records of one entry, each of which is valid by itself. They are shown
/// and change no score, because a person has to find out which record is wrong.
record Contradictions(Phrases phrases) {
  /// @param cases all deployments of the entry that are on record
  /// @param asOf the year of the newest deployment in the data
  List<Text> of(Entry entry, List<Precedent> cases, int asOf) {
    List<Text> found = new ArrayList<>();
    if (entry instanceof Firm firm && firm.founded() != null) {
      beforeFounding(firm.founded(), cases, found);
    }
    if (entry instanceof Financier financier) {
      currencies(financier, found);
    }
    for (Precedent each : cases) {
      Integer year = each.end() == null ? each.start() : each.end();
      if (each.proves() && year != null && year > asOf) {
        found.add(
            phrases.say(
                "contradiction.future",
                Map.of("case", Phrases.same(each.deployment()), "year", Phrases.same(year))));
      }
    }
    return found;
  }

  /// A case that was completed (or started, if the end is unknown) before the firm was founded.
  private void beforeFounding(int founded, List<Precedent> cases, List<Text> found) {
    for (Precedent each : cases) {
      Integer year = each.year();
      if (year != null && year < founded) {
        found.add(
            phrases.say(
                "contradiction.before_founding",
                Map.of(
                    "case", Phrases.same(each.deployment()),
                    "year", Phrases.same(year),
                    "founded", Phrases.same(founded))));
      }
    }
  }

  /// Amounts in several currencies cannot be compared, since no rate is assumed.
  private void currencies(Financier financier, List<Text> found) {
    Set<String> currencies = new TreeSet<>();
    financier.deals().stream().map(Money::currency).forEach(currencies::add);
    if (financier.ticket() != null) {
      currencies.add(Objects.requireNonNull(financier.ticket()).currency());
    }
    if (currencies.size() > 1) {
      found.add(
          phrases.say(
              "contradiction.currencies",
              Map.of(
                  "currencies",
                  new Text(String.join(", ", currencies), String.join("、", currencies)))));
    }
  }
}
