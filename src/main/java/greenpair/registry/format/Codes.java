package greenpair.registry.format;

import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads codes of a taxonomy. Known codes are shared between entries.
public final class Codes {
  /// Countries of whose regions ISO 3166-2 has one level only, so that `regions.csv` lists all.
  private static final Set<String> LISTED = Set.of("AT", "AU", "CA", "CH", "CN", "DE", "US");

  private final boolean trusting;
  private final Set<String> regions;
  private final Map<String, Code> known = new HashMap<>();

  /// @param trusting takes codes that the taxonomy lacks; so a generation that was indexed with
  ///     another taxonomy can still be read after a roll-back
  Codes(Taxonomy taxonomy, boolean trusting) {
    this.trusting = trusting;
    this.regions = taxonomy.regions();
    for (Concept concept : taxonomy.concepts()) {
      known.put(concept.code().value(), concept.code());
    }
  }

  /// Whether what is read was valid when it was stored, so that newer rules do not apply to it.
  boolean isTrusting() {
    return trusting;
  }

  @Nullable Code any(Field field) {
    String word = field.string();
    if (word == null) {
      return null;
    }
    Code code = known.get(word);
    if (code != null) {
      return code;
    }
    return trusting
        ? unlisted(word, field)
        : field.fault(
            Field.near(
                Message.of("value.unknown_code", "code", Nearest.shorten(word)),
                word,
                known.keySet()));
  }

  /// A code that has the form of one.
  public static @Nullable Code unlisted(String word, Field field) {
    try {
      return new Code(word);
    } catch (IllegalArgumentException e) {
      return field.fault(Fields.said(e));
    }
  }

  /// A country, a region or another place; a region that is not there would match nothing.
  @Nullable String place(@Nullable String place, Field field) {
    boolean isRegion = place != null && place.matches("[A-Z]{2}-.+");
    if (place == null || trusting || !isRegion || regions.contains(place)) {
      return place;
    }
    String country = place.substring(0, 2);
    List<String> all = regions.stream().filter(each -> each.startsWith(country + "-")).toList();
    return all.isEmpty() || !LISTED.contains(country)
        ? place
        : field.refuse(Field.near(Message.of("value.no_region"), place, all));
  }

  @Nullable Code under(String root, Field field) {
    Code code = any(field);
    return code == null || code.root().equals(root)
        ? code
        : field.refuse(Message.of("value.code_under", "root", root));
  }
}
