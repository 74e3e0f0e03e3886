package greenpair.search;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.message.Phrases;

/// Facets as people read them. Answers give values as codes, which are named only where they are
/// shown.
public final class FacetNames {
  private static final int COUNTRY = 2;

  /// A code of ISO 3166-1 or, such as `US-CA`, of ISO 3166-2.
  private static final Pattern AREA = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  private final Taxonomy taxonomy;
  private final Phrases phrases;

  /// By code of two letters, so never many.
  private final Map<String, Text> countries = new ConcurrentHashMap<>();

  FacetNames(Taxonomy taxonomy, Phrases phrases) {
    this.taxonomy = taxonomy;
    this.phrases = phrases;
  }

  /// A facet with its name.
  public record NamedFacet(
      String facet, Text name, List<NamedValue> values, Set<String> selected) {}

  /// A value of a facet with its name.
  public record NamedValue(String value, Text name, long count) {}

  /// The facets of a response, in order.
  public List<NamedFacet> of(SearchResponse response, Snapshot snapshot) {
    return response.facets().stream()
        .map(
            each ->
                new NamedFacet(
                    each.facet(),
                    phrases.say("facet." + each.facet()),
                    each.values().stream()
                        .map(value -> named(each.facet(), value, snapshot))
                        .toList(),
                    each.selected()))
        .toList();
  }

  private NamedValue named(String word, SearchResponse.Value value, Snapshot snapshot) {
    Text name =
        Facet.of(word)
            .map(facet -> name(facet, value.value(), snapshot))
            .orElseGet(() -> phrases.say("facet." + word + "." + value.value()));
    return new NamedValue(value.value(), name, value.count());
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
    if (AREA.matcher(value).matches()) {
      Text country = country(value.substring(0, COUNTRY));
      return value.length() == COUNTRY
          ? country
          : phrases.say(
              "facet.market.region", Map.of("country", country, "code", Phrases.same(value)));
    }
    return switch (value) {
      case "WORLD" -> phrases.say("facet.market.world");
      case "ODA" -> phrases.say("facet.market.oda");
      default -> city(value, snapshot);
    };
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
