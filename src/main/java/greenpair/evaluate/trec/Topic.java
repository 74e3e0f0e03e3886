package greenpair.evaluate.trec;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question of an evaluation: with a city it asks for recommendations, without one it searches.
///
/// @param kind what is looked for: firm, financier or solution; any kind for a search
/// @param city id of the city to recommend for, null for a search
/// @param need one need of the city; null for all, unless words or codes describe one
/// @param text words of a search or of a described need, may be empty
/// @param technologies codes of a described need
/// @param attributes properties other than technology by which past work is compared with a
///     described need
/// @param known entries that the city already has, which no answer should contain
public record Topic(
    String id,
    Kind kind,
    @Nullable EntryId city,
    @Nullable EntryId need,
    String text,
    List<Code> technologies,
    Attributes attributes,
    List<EntryId> known) {
  public Topic {
    known = List.copyOf(known);
    technologies = List.copyOf(technologies);
    if (id.isBlank() || id.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "id must be a word without white space, but was \"" + id + "\"");
    }
    if (city == null && need != null) {
      throw new IllegalArgumentException(
          "need must be given with a city, but need " + need + " alone");
    }
    if (city == null && text.isBlank() && technologies.isEmpty()) {
      throw new IllegalArgumentException(
          "a topic must have a city, text or technologies, but has none");
    }
  }
}
