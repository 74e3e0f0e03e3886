package greenpair.match.signal;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Preferences;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Word;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.StatedPreferences;
import greenpair.index.contract.Traits;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import org.jspecify.annotations.Nullable;

/// `preferences`: how well a need matches the partner's stated preferences, in [0, 1].
///
/// The mean of m over the preferences that are stated and can be compared with the need, with m:
///
/// - place: 1 if it names the city's country or region, else 0;
/// - technology: the best relation of a stated technology to a wanted one;
/// - project size: 1 if it overlaps the budget, else 1 - log10 of the factor between the nearest
///   ends, at least 0 ([DealSizes]);
/// - client: the share of the need's kinds of client that it names.
///
/// Confidential preferences count only if the need meets all of them fully, because a lower value
/// would disclose them, and only for needs of the catalog: a described need could be changed until
/// it meets them.
///
/// @param value the mean, in [0, 1]
/// @param isConfidential whether some users may not see them
public record PreferenceFit(double value, Map<Aspect, Double> aspects, boolean isConfidential) {
  public static final String NAME = "preferences";

  /// A preference that can be compared with a need.
  public enum Aspect implements Word {
    PLACE,
    TECHNOLOGY,
    PROJECT_SIZE,
    CLIENT
  }

  public PreferenceFit {
    aspects = Collections.unmodifiableMap(new EnumMap<>(aspects));
  }

  /// The fit of a need; null if nothing is stated or nothing can be compared.
  static @Nullable PreferenceFit of(MatchQuery query, Traits traits, Rules rules) {
    StatedPreferences stated =
        switch (traits) {
          case Traits.OfFirm firm -> firm.organisation().preferences();
          case Traits.OfFinancier financier -> financier.organisation().preferences();
          case Traits.OfExpert _, Traits.OfSolution _, Traits.Other _ -> null;
        };
    if (stated == null || (stated.isConfidential() && query.need() == null)) {
      return null;
    }
    Map<Aspect, Double> aspects = compare(query, stated.wanted(), rules);
    if (aspects.isEmpty()) {
      return null;
    }
    double value =
        aspects.values().stream().mapToDouble(Double::doubleValue).sum() / aspects.size();
    return stated.isConfidential() && value < 1
        ? null
        : new PreferenceFit(value, aspects, stated.isConfidential());
  }

  private static Map<Aspect, Double> compare(MatchQuery query, Preferences wanted, Rules rules) {
    Map<Aspect, Double> aspects = new EnumMap<>(Aspect.class);
    put(Aspect.PLACE, place(wanted.places(), query.city()), aspects);
    put(Aspect.TECHNOLOGY, technology(wanted.technologies(), query, rules), aspects);
    DealSizes.of(wanted.projectSize())
        .gap(query.budget())
        .ifPresent(gap -> aspects.put(Aspect.PROJECT_SIZE, Math.max(0, 1 - Math.log10(gap))));
    put(Aspect.CLIENT, client(wanted.clients(), query), aspects);
    return aspects;
  }

  private static void put(Aspect aspect, @Nullable Double value, Map<Aspect, Double> aspects) {
    if (value != null) {
      aspects.put(aspect, value);
    }
  }

  /// Unknown if the region of the city is, and one of its country is wanted.
  private static @Nullable Double place(List<String> places, CityTraits city) {
    if (places.isEmpty()) {
      return null;
    }
    String region = city.region();
    if (places.contains(city.country()) || (region != null && places.contains(region))) {
      return 1.0;
    }
    boolean isOpen =
        region == null && places.stream().anyMatch(each -> each.startsWith(city.country() + "-"));
    return isOpen ? null : (Double) 0.0;
  }

  private static @Nullable Double technology(List<Code> stated, MatchQuery query, Rules rules) {
    if (stated.isEmpty() || query.technologies().isEmpty()) {
      return null;
    }
    double best = 0;
    for (Code wanted : query.technologies()) {
      best = Math.max(best, NeedCandidatePair.fit(wanted, stated, rules));
    }
    return best;
  }

  private static @Nullable Double client(List<String> stated, MatchQuery query) {
    List<String> clients = query.attributes().of(Attribute.CLIENT);
    return stated.isEmpty() || clients.isEmpty()
        ? null
        : (Double) ((double) clients.stream().filter(stated::contains).count() / clients.size());
  }
}
