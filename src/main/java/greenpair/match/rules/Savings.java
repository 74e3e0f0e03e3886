package greenpair.match.rules;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `index-config/savings.yaml`: what a technology saves at a city's own grid, where electricity
/// takes the place of fuel or is saved.
///
/// saving = baseline - electricity x grid, in t CO2 for each unit of use: baseline is what the
/// replaced thing emits, electricity is what the technology draws in MWh (below 0 when it saves or
/// makes electricity), grid is the city's emission factor in t CO2 per MWh. Negative results are
/// shown as they are.
public final class Savings {
  public static final String FILE = "savings.yaml";

  /// One technology.
  ///
  /// @param unit what one unit of use is, such as a MWh of heat
  /// @param baseline t CO2 for each unit that is replaced
  /// @param electricity MWh for each unit
  private record Rule(Text unit, double baseline, double electricity, String source) {}

  private final Map<Code, Rule> rules;

  private Savings(Map<Code, Rule> rules) {
    this.rules = rules;
  }

  public static Savings read(Settings all) {
    Map<Code, Rule> rules = new HashMap<>();
    Settings of = all.child("technologies");
    for (Code code : of.codeKeys()) {
      Settings rule = of.child(code.value());
      Settings unit = rule.child("unit");
      rules.put(
          code,
          new Rule(
              new Text(unit.text("en"), unit.text("zh")),
              rule.number("baseline", 0, 100),
              rule.number("electricity", -100, 100),
              rule.text("source")));
      unit.finish();
      rule.finish();
    }
    of.finish();
    all.finish();
    return new Savings(rules);
  }

  Set<Code> codes() {
    return rules.keySet();
  }

  /// The saving of the first of those technologies that has a rule; empty when none has one or the
  /// grid factor is unknown.
  public Optional<Saving> of(Iterable<Code> technologies, @Nullable Double grid) {
    if (grid != null) {
      for (Code code : technologies) {
        Rule rule = rules.get(code);
        if (rule != null) {
          double saving = rule.baseline - rule.electricity * grid;
          return Optional.of(
              new Saving(
                  Math.round(saving * 10_000) / 10_000.0,
                  rule.unit,
                  "saving = baseline - electricity * grid",
                  rule.baseline,
                  rule.electricity,
                  grid,
                  rule.source));
        }
      }
    }
    return Optional.empty();
  }
}
