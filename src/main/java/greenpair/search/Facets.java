package greenpair.search;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.message.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Counts of facets over all kinds, as people read them, the most frequent value first.
final class Facets {
  private static final String KIND = "kind";

  /// Values of a facet that are given at most, besides the selected ones. A page shows half of
  /// them.
  private static final int MOST_VALUES = 15;

  private static final int COUNTRY = 2;
  private static final int LONGEST_REGION = 6;

  private final Taxonomy taxonomy;
  private final Phrases phrases;

  /// By code of two letters, so never many.
  private final Map<String, Text> countries = new ConcurrentHashMap<>();

  Facets(Taxonomy taxonomy, Phrases phrases) {
    this.taxonomy = taxonomy;
    this.phrases = phrases;
  }

  /// The kinds, and every facet that has a value among the hits or is narrowed.
  List<SearchResponse.FacetCounts> of(PlannedSearch asked, MergedHits ranking) {
    List<SearchResponse.FacetCounts> facets = new ArrayList<>();
    facets.add(kinds(asked.request(), ranking));
    for (Facet facet : Facet.values()) {
      Map<String, Long> counts = new HashMap<>();
      for (EntryQuery.Found found : ranking.found().values()) {
        found
            .facets()
            .getOrDefault(facet, Map.of())
            .forEach((value, count) -> counts.merge(value, (long) count, Long::sum));
      }
      Set<String> selected = asked.chosen(facet);
      if (!counts.isEmpty() || !selected.isEmpty()) {
        facets.add(of(facet, counts, selected, asked.snapshot()));
      }
    }
    return facets;
  }

  private SearchResponse.FacetCounts kinds(SearchRequest request, MergedHits ranking) {
    List<SearchResponse.Value> values = new ArrayList<>();
    for (Kind kind : request.all()) {
      long count = ranking.total(kind);
      if (count > 0 || request.kinds().contains(kind)) {
        Text name = phrases.say("facet.kind." + kind.word());
        values.add(new SearchResponse.Value(kind.word(), name, count));
      }
    }
    Set<String> selected =
        request.kinds().stream().map(Kind::word).collect(Collectors.toCollection(TreeSet::new));
    return new SearchResponse.FacetCounts(
        KIND, phrases.say("facet." + KIND), sorted(values), selected);
  }

  /// @param selected values that are chosen; shown even with no hit, so that they can be let go
  private SearchResponse.FacetCounts of(
      Facet facet, Map<String, Long> counts, Set<String> selected, Snapshot snapshot) {
    Set<String> shown = new HashSet<>(selected);
    if (counts.size() <= MOST_VALUES) {
      shown.addAll(counts.keySet());
    } else {
      counts.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MOST_VALUES)
          .forEach(each -> shown.add(each.getKey()));
    }
    List<SearchResponse.Value> values = new ArrayList<>();
    for (String value : shown) {
      values.add(
          new SearchResponse.Value(
              value, name(facet, value, snapshot), counts.getOrDefault(value, 0L)));
    }
    return new SearchResponse.FacetCounts(
        facet.word(),
        phrases.say("facet." + facet.word()),
        sorted(values),
        new TreeSet<>(selected));
  }

  private static List<SearchResponse.Value> sorted(List<SearchResponse.Value> values) {
    values.sort(
        Comparator.comparingLong(SearchResponse.Value::count)
            .reversed()
            .thenComparing(SearchResponse.Value::value));
    return values;
  }

  private Text name(Facet facet, String value, Snapshot snapshot) {
    if (value.equals(Facet.UNKNOWN)) {
      return phrases.say("facet.unknown");
    }
    return switch (facet) {
      case SECTOR, TECHNOLOGY, INSTRUMENT -> label(value);
      case COUNTRY, MARKET -> place(value, snapshot);
      case CLIMATE -> phrases.say("facet.climate.class", Map.of("code", Phrases.same(value)));
      case MATURITY, EVIDENCE, CITY_SIZE, TICKET ->
          phrases.say("facet." + facet.word() + "." + value);
    };
  }

  /// A requested value may not be a code.
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

  /// Countries and cities by their names, regions by their country's; the name of a configured list
  /// of countries is kept.
  private Text place(String value, Snapshot snapshot) {
    if (value.length() == COUNTRY && isCapitals(value)) {
      return country(value);
    }
    if (isRegion(value)) {
      Text code = Phrases.same(value);
      Text country = country(value.substring(0, 2));
      return phrases.say("facet.market.region", Map.of("country", country, "code", code));
    }
    return switch (value) {
      case "WORLD" -> phrases.say("facet.market.world");
      case "ODA" -> phrases.say("facet.market.oda");
      default -> city(value, snapshot);
    };
  }

  /// Without patterns: it is asked of each value of each answer.
  private static boolean isCapitals(String text) {
    return text.chars().allMatch(each -> each >= 'A' && each <= 'Z');
  }

  /// A code of ISO 3166-2, such as `US-CA`.
  private static boolean isRegion(String value) {
    boolean mayBe = value.length() > COUNTRY + 1 && value.length() <= LONGEST_REGION;
    return mayBe
        && isCapitals(value.substring(0, COUNTRY))
        && value.charAt(COUNTRY) == '-'
        && value
            .substring(COUNTRY + 1)
            .chars()
            .allMatch(each -> (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9'));
  }

  private static Text city(String value, Snapshot snapshot) {
    try {
      return snapshot.name(Kind.CITY, new EntryId(value)).orElse(Phrases.same(value));
    } catch (IllegalArgumentException e) {
      return Phrases.same(value);
    }
  }

  /// Kept, since the JDK looks each up in bundles of resources.
  private Text country(String value) {
    return countries.computeIfAbsent(
        value,
        key -> {
          Locale country = Locale.of("", key);
          return new Text(
              country.getDisplayCountry(Locale.ENGLISH),
              country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
        });
  }
}
