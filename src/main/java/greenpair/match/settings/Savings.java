package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.value.Sector;
import greenpair.config.Settings;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// `index-config/savings.yaml`: what a technology saves at a city's own grid compared with the
/// practice that a need replaces.
///
/// saving = emits - electricity x grid, in t CO2 for each unit of use: emits is what the practice
/// emits, electricity is what the technology draws in MWh (below 0 when it saves or makes
/// electricity), grid is the city's emission factor in t CO2 per MWh. The range extends from the
/// lowest emissions with the highest consumption to the opposite. Negative results are shown as
/// they are.
///
/// @param reach the share of a sector's emissions that a solution is assumed to reach, in (0, 1]
public record Savings(Map<Code, Rule> rules, Map<String, Practice> practices, double reach) {
  public static final String FILE = "savings.yaml";
  private static final String FORMULA = "saving = baseline - electricity * grid";

  record Range(double min, double max) {
    static final Range NONE = new Range(0, 0);

    double middle() {
      return (min + max) / 2;
    }
  }

  /// @param per unit of use; empty for what needs no practice
  record Rule(Text unit, String per, @Nullable Sector sector, Range electricity, Text assumption) {}

  /// The share of the emissions of a sector that a technology cuts where it reaches them, at most
  /// 1, below 0 where it emits more.
  ///
  /// @param assumption null if a source states it
  public record Reduction(Sector sector, double min, double max, @Nullable Text assumption) {}

  record Practice(Text name, String per, Range emits, Text assumption) {}

  public static Savings read(Settings all) {
    double reach = all.number("reach", 0.0001, 1);
    Map<String, Practice> practices =
        all.each("practices", (known, name) -> practice(known.child(name)));
    Map<Code, Rule> rules = new HashMap<>();
    Settings technologies = all.child("technologies");
    for (Code code : CodeKeys.of(technologies)) {
      Settings of = technologies.child(code.value());
      String per = of.keys().contains("per") ? of.text("per") : "";
      if (!per.isEmpty() && practices.values().stream().noneMatch(each -> each.per.equals(per))) {
        of.refuse("per", Message.of("config.per"), per);
      }
      rules.put(
          code,
          new Rule(
              of.bilingual("unit"),
              per,
              per.isEmpty() ? null : of.choice("sector", Sector.class),
              range(of, "electricity", -100, 100),
              of.bilingual("assumption")));
    }
    all.finish();
    return new Savings(rules, practices, reach);
  }

  private static Practice practice(Settings of) {
    return new Practice(
        of.bilingual("name"),
        of.text("per"),
        range(of, "emits", 0, 100),
        of.bilingual("assumption"));
  }

  private static Range range(Settings of, String key, double least, double most) {
    Settings range = of.child(key);
    double min = range.number("min", least, most);
    double max = range.number("max", least, most);
    if (min > max) {
      range.refuse("min", Message.of("check.not_above", "other", "max"), min);
    }
    return new Range(min, max);
  }

  /// What the first of those technologies that replaces practices cuts of their emissions, over
  /// all of them: 1 - electricity x grid / emits. Empty if there is none or the grid is unknown.
  public Optional<Reduction> reduction(Iterable<Code> technologies, @Nullable Double grid) {
    for (Code code : technologies) {
      Rule rule = rules.get(code);
      if (grid != null && rule != null && rule.sector != null) {
        List<Practice> gone =
            practices.values().stream()
                .filter(each -> each.per.equals(rule.per))
                .sorted(Comparator.comparingDouble(each -> each.emits.min))
                .toList();
        double least = gone.getFirst().emits.min;
        double most = gone.stream().mapToDouble(each -> each.emits.max).max().orElseThrow();
        Text assumption =
            gone.stream().map(Practice::assumption).reduce(rule.assumption, Savings::both);
        return Optional.of(
            new Reduction(
                rule.sector,
                1 - rule.electricity.max * grid / least,
                1 - rule.electricity.min * grid / most,
                assumption));
      }
    }
    return Optional.empty();
  }

  Set<Code> codes() {
    return rules.keySet();
  }

  /// The saving of the first of those technologies that can be compared with the practice; empty if
  /// there is none, or the practice or the grid factor is unknown.
  public Optional<Saving> of(
      Iterable<Code> technologies, @Nullable String practice, @Nullable Double grid) {
    if (grid != null) {
      Practice gone = practice == null ? null : practices.get(practice);
      for (Code code : technologies) {
        Rule rule = rules.get(code);
        if (rule != null && rule.per.isEmpty()) {
          return Optional.of(saving(rule, null, grid));
        }
        if (rule != null && gone != null && rule.per.equals(gone.per)) {
          return Optional.of(saving(rule, gone, grid));
        }
      }
    }
    return Optional.empty();
  }

  private static Saving saving(Rule rule, @Nullable Practice gone, double grid) {
    Range emits = gone == null ? Range.NONE : gone.emits;
    double low = rounded(emits.min - rule.electricity.max * grid);
    double high = rounded(emits.max - rule.electricity.min * grid);
    return new Saving(
        rounded(emits.middle() - rule.electricity.middle() * grid),
        low,
        high,
        rule.unit,
        gone == null ? null : gone.name,
        FORMULA,
        rounded(emits.middle()),
        rounded(rule.electricity.middle()),
        grid,
        gone == null ? rule.assumption : both(gone.assumption, rule.assumption));
  }

  private static Text both(Text practice, Text technology) {
    return new Text(practice.en() + "; " + technology.en(), practice.zh() + "；" + technology.zh());
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
