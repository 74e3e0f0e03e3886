package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.catalog.Taxonomy;
import greenpair.catalog.Text;
import greenpair.index.Facet;
import greenpair.match.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Facets as people read them, the most frequent value first.
final class FacetNames {
  private static final String KIND = "kind";

  private final Taxonomy taxonomy;
  private final Phrases phrases;

  FacetNames(Taxonomy taxonomy, Phrases phrases) {
    this.taxonomy = taxonomy;
    this.phrases = phrases;
  }

  Results.FacetCounts kinds(Map<Kind, Long> counts, Set<Kind> selected) {
    List<Results.Value> values = new ArrayList<>();
    counts.forEach(
        (kind, count) -> {
          if (count > 0 || selected.contains(kind)) {
            Text name = phrases.say("facet.kind." + kind.word());
            values.add(new Results.Value(kind.word(), name, count, selected.contains(kind), null));
          }
        });
    return new Results.FacetCounts(KIND, phrases.say("facet." + KIND), sorted(values));
  }

  /// @param selected values that are chosen; shown even with no hit, so that they can be let go
  Results.FacetCounts of(Facet facet, Map<String, Long> counts, Set<String> selected) {
    List<Results.Value> values = new ArrayList<>();
    counts.forEach(
        (value, count) ->
            values.add(
                new Results.Value(
                    value,
                    name(facet, value),
                    count,
                    selected.contains(value),
                    parent(facet, value))));
    for (String value : selected) {
      if (!counts.containsKey(value)) {
        values.add(new Results.Value(value, name(facet, value), 0, true, parent(facet, value)));
      }
    }
    return new Results.FacetCounts(
        facet.word(), phrases.say("facet." + facet.word()), sorted(values));
  }

  private static List<Results.Value> sorted(List<Results.Value> values) {
    values.sort(
        Comparator.comparingLong(Results.Value::count)
            .reversed()
            .thenComparing(Results.Value::value));
    return values;
  }

  private @Nullable String parent(Facet facet, String value) {
    Code parent = facet == Facet.TECHNOLOGY ? taxonomy.parent(new Code(value)) : null;
    return parent == null ? null : parent.value();
  }

  private Text name(Facet facet, String value) {
    if (value.equals(Facet.UNKNOWN)) {
      return phrases.say("facet.unknown");
    }
    return switch (facet) {
      case SECTOR, TECHNOLOGY, INSTRUMENT -> label(value);
      case COUNTRY, MARKET -> place(value);
      case CLIMATE -> Phrases.same(value);
      case MATURITY, EVIDENCE, CITY_SIZE, TICKET ->
          phrases.say("facet." + facet.word() + "." + value);
    };
  }

  /// A value that somebody asked for may be no code at all.
  private Text label(String value) {
    try {
      return taxonomy
          .concept(new Code(value))
          .map(each -> each.label())
          .orElse(Phrases.same(value));
    } catch (IllegalArgumentException e) {
      return Phrases.same(value);
    }
  }

  /// Countries by their names in both languages; regions and lists of countries as they are.
  private static Text place(String value) {
    if (!value.matches("[A-Z]{2}")) {
      return Phrases.same(value);
    }
    Locale country = Locale.of("", value);
    return new Text(
        country.getDisplayCountry(Locale.ENGLISH),
        country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
  }
}
