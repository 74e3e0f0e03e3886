package greenpair.registry.format;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import greenpair.message.Translated;
import org.jspecify.annotations.Nullable;

/// Reads codes of a taxonomy. Known codes are shared between entries.
final class Codes {
  private final boolean trusting;
  private final Taxonomy taxonomy;
  private final Map<String, Code> known = new HashMap<>();

  /// @param trusting takes codes that the taxonomy lacks; so a generation that was indexed with
  ///     another taxonomy can still be read after a roll-back
  Codes(Taxonomy taxonomy, boolean trusting) {
    this.trusting = trusting;
    this.taxonomy = taxonomy;
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
  private static @Nullable Code unlisted(String word, Field field) {
    try {
      return new Code(word);
    } catch (IllegalArgumentException e) {
      return field.fault(Translated.of(e));
    }
  }

  /// A country, a region or another place; a region that does not exist is refused.
  @Nullable String place(@Nullable String place, Field field) {
    List<String> others = place == null || trusting ? List.of() : taxonomy.insteadOf(place);
    return place == null || others.isEmpty()
        ? place
        : field.refuse(Field.near(Message.of("value.no_region"), place, others));
  }

  @Nullable Code under(String root, Field field) {
    Code code = any(field);
    return code == null || code.root().equals(root)
        ? code
        : field.refuse(Message.of("value.code_under", "root", root));
  }
}
