package greenpair.plan.input;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.config.Settings;
import greenpair.message.Message;
import greenpair.plan.cohort.Indicator;
import greenpair.plan.cohort.Indicator.Observation;
import greenpair.plan.cohort.Method;
import greenpair.plan.pairs.CityPair;

/// `index-config/planning.yaml`: the settings of cohorts, pairs and plans.
///
/// @param measures the source of each indicator, in the order of their keys
/// @param stated observations that the file itself holds
/// @param firms of a need at most, 1 to 20
/// @param financiers of a need at most, 1 to 20
/// @param capacity cities that a partner can serve, 1 to 1000
public record PlanSettings(
    Map<Indicator, Measure> measures,
    Method method,
    double difference,
    int mostOfProvince,
    List<Observation> stated,
    CityPair.Weights pairs,
    int firms,
    int financiers,
    int capacity) {
  public static final String FILE = "planning.yaml";
  private static final int MANY = 1000;

  /// The source of an indicator.
  public enum Measure {
    /// Emission factor of the city's grid.
    GRID,
    /// Year of its net-zero target.
    TARGET_YEAR,
    /// Mean, over its open needs, of the score of the best recommended firm; 0 for a need without.
    PARTNER_FIT,
    /// Deployments in the city that prove a technology.
    CASES,
    /// The observations of the file.
    STATED
  }

  public PlanSettings {
    measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    stated = List.copyOf(stated);
  }

  /// The indicators, in the order of their keys.
  public List<Indicator> indicators() {
    return List.copyOf(measures.keySet());
  }

  public static PlanSettings read(Settings all) {
    Settings cohort = all.child("cohort");
    Map<Indicator, Measure> measures = new LinkedHashMap<>();
    Settings indicators = cohort.child("indicators");
    for (String key : indicators.keys()) {
      Settings of = indicators.child(key);
      Text name = of.bilingual("name");
      Text unit = of.bilingual("unit");
      Indicator.Direction better = of.choice("better", Indicator.Direction.class);
      double weight = of.number("weight", 0, MANY);
      Measure measure = of.choice("of", Measure.class);
      if (key.matches("[a-z][a-z0-9_]*")) {
        measures.put(new Indicator(key, name, unit, better, weight), measure);
      } else {
        indicators.refuse(key, Message.of("config.key"), key);
      }
    }
    PlanSettings settings = read(all, cohort, measures);
    all.finish();
    return settings;
  }

  private static PlanSettings read(
      Settings all, Settings cohort, Map<Indicator, Measure> measures) {
    double leastKnown = cohort.number("least_known", 0, 1);
    double difference = cohort.number("difference", 0, 1);
    int mostOfProvince = cohort.whole("most_of_province", 1, MANY);
    List<Observation> stated = stated(cohort.child("observations"), measures);
    CityPair.Weights pairs = all.child("pairs").record(CityPair.Weights.class);
    if (pairs.similarity() + pairs.learning() + pairs.ties() <= 0) {
      all.problem("pairs", Message.of("config.weights"));
    }
    Settings partners = all.child("partners");
    int firms = partners.whole("firms", 1, 20);
    int financiers = partners.whole("financiers", 1, 20);
    int capacity = partners.whole("capacity", 1, MANY);
    return new PlanSettings(
        measures,
        new Method(leastKnown),
        difference,
        mostOfProvince,
        stated,
        pairs,
        firms,
        financiers,
        capacity);
  }

  private static List<Observation> stated(Settings all, Map<Indicator, Measure> measures) {
    List<Observation> stated = new ArrayList<>();
    for (String city : all.keys()) {
      Settings of = all.child(city);
      EntryId id = EntryId.parse(city).orElse(null);
      if (id == null) {
        all.problem(city, Message.of("catalog.entry_id", "value", city));
      }
      for (String key : of.keys()) {
        Settings one = of.child(key);
        double value = one.number("value", -Double.MAX_VALUE, Double.MAX_VALUE);
        int year = one.whole("year", 1900, 2200);
        String source = one.text("source");
        if (measures.entrySet().stream()
            .noneMatch(
                each -> each.getKey().key().equals(key) && each.getValue() == Measure.STATED)) {
          of.problem(key, Message.of("config.stated"));
        } else if (id != null) {
          stated.add(new Observation(id, key, value, year, source, false));
        }
      }
    }
    return stated;
  }
}
