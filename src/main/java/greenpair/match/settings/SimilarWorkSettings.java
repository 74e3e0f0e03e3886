package greenpair.match.settings;

import module java.base;

import greenpair.catalog.FieldTable;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Rule;
import greenpair.config.Settings;
import greenpair.index.generation.RegistryPast;
import org.jspecify.annotations.Nullable;

/// How past work is compared with a need: `similar_work` of `ranking.yaml`, see
/// [SimilarWork][greenpair.match.signal.SimilarWork].
///
/// @param stated attributes that some project of the registry states, all of them where that is not
///     known: a need cannot be compared in the others
/// @param repeats by attribute, how much more often than by chance two projects of one firm agree,
///     in [0, 1): 0 if the attribute does not tell firms apart. The registry's own past replaces it
///     where there is enough
/// @param shares by attribute and word, the share of all projects that have it, in (0, 1]; empty
///     without a past
/// @param chance that share of a word that no project has
/// @param size what a case counts whose size differs by a factor of two or more, beside one of
///     equal size
/// @param power of what a case counts: above 1, the cases that agree most decide
/// @param includes by project type, the types that it includes: cogeneration is electricity and
///     heat
/// @param halfCases recent cases alike in all at which the signal reaches half
/// @param halfNearby such cases in the city at which `similar_nearby` reaches half
/// @param nearbyKm distance at which a case counts half for `similar_nearby`
/// @param sameCountry what a case anywhere in the country counts for `similar_nearby`
public record SimilarWorkSettings(
    Set<Attribute> stated,
    Map<Attribute, Double> repeats,
    Map<Attribute, Map<String, Double>> shares,
    @Rule.Range(min = 0.001, max = 1) double chance,
    @Rule.Range(min = 0.001, max = 1) double size,
    @Rule.Range(min = 1, max = 10) double power,
    Map<String, List<String>> includes,
    @Rule.Range(min = 0.01, max = 1000) double halfCases,
    @Rule.Range(min = 0.01, max = 1000) double halfNearby,
    @Rule.Range(min = 1, max = 20_000) double nearbyKm,
    double sameCountry) {
  /// Orders of magnitude between two sizes at which they have nothing in common: a factor of two.
  private static final double SIZE_DECADES = 0.3;

  /// Names of the signals that compare attributes.
  public static final String ANYWHERE = "similar_work";

  public static final String NEARBY = "similar_nearby";

  static SimilarWorkSettings read(Settings of) {
    Map<Attribute, Double> repeats = of.numbers("repeats", List.of(Attribute.values()), 0, 0.99);
    Map<String, List<String>> includes = of.each("includes", Settings::texts);
    return of.record(
        SimilarWorkSettings.class,
        Map.of(
            "stated",
            Set.of(Attribute.values()),
            "repeats",
            repeats,
            "shares",
            Map.of(),
            "includes",
            includes));
  }

  /// The same as the past of a generation has it.
  SimilarWorkSettings with(RegistryPast past) {
    SimilarWorkSettings changed = FieldTable.with(this, Map.of("stated", past.stated()));
    return past.size() == null
        ? changed
        : FieldTable.with(
            changed,
            Map.of("repeats", past.repeats(), "shares", past.shares(), "size", past.size()));
  }

  /// Whether past projects can be compared with a need.
  boolean compares(Attributes wanted) {
    return wanted.size() != null || wanted.values().keySet().stream().anyMatch(stated::contains);
  }

  public double repeats(Attribute attribute) {
    return Objects.requireNonNull(repeats.get(attribute));
  }

  /// What a past project counts beside one that agrees with the need in all that is known of it, in
  /// (0, 1]: the product of [#alike(Attribute, List, List)] over the attributes of the need that
  /// projects state, and for the size of 1 - (1 - d) (1 - m), with d [#size] and m [#nearness]; to
  /// the power of [#power].
  public double alike(Attributes wanted, Attributes done) {
    double product = 1;
    for (Attribute each : wanted.values().keySet()) {
      product *= stated.contains(each) ? alike(each, wanted.of(each), done.of(each)) : 1;
    }
    if (wanted.size() != null) {
      product *= 1 - (1 - size) * (1 - nearness(wanted.size(), done.size()));
    }
    return Math.pow(product, power);
  }

  /// The mean over the wanted words of m + (1 - m) d, with m how far the project has the word and d
  /// the weight of one that has another: the likelihood ratio of disagreement divided by that of
  /// agreement, if a firm repeats with probability r and otherwise draws a word by its share p:
  /// d = (1 - r) p / (r + (1 - r) p). So a rare word counts for more than a common one.
  public double alike(Attribute attribute, List<String> wanted, List<String> done) {
    double repeat = repeats(attribute);
    double sum = 0;
    for (String each : wanted) {
      double share = shares.getOrDefault(attribute, Map.of()).getOrDefault(each, chance);
      double has = has(each, done);
      sum += has + (1 - has) * differs(repeat, share);
    }
    return sum / wanted.size();
  }

  /// d of [#alike(Attribute, List, List)].
  ///
  /// @param repeats r, in [0, 1)
  /// @param share p, in [0, 1]
  public static double differs(double repeats, double share) {
    double drawn = (1 - repeats) * share;
    return repeats == 0 ? 1 : drawn / (repeats + drawn);
  }

  /// The share of the wanted words that a past project has, in [0, 1]. A word that includes the
  /// wanted one has it; of one that the wanted word includes, it has a part.
  public double overlap(List<String> wanted, List<String> done) {
    double both = 0;
    for (String each : wanted) {
      both += has(each, done);
    }
    return both / wanted.size();
  }

  private double has(String wanted, List<String> done) {
    if (done.contains(wanted)
        || done.stream()
            .anyMatch(each -> includes.getOrDefault(each, List.of()).contains(wanted))) {
      return 1;
    }
    List<String> parts = includes.getOrDefault(wanted, List.of());
    return parts.isEmpty()
        ? 0
        : (double) parts.stream().filter(done::contains).count() / parts.size();
  }

  /// How near two sizes are on a log scale, in [0, 1]; 0 if they cannot be compared.
  public static double nearness(Attributes.Size wanted, Attributes.@Nullable Size done) {
    return done == null || !done.unit().equals(wanted.unit())
        ? 0
        : Math.max(0, 1 - Math.abs(Math.log10(wanted.value() / done.value())) / SIZE_DECADES);
  }
}
