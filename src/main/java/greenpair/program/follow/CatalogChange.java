package greenpair.program.follow;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Word;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A change in the catalog, as everybody may see it.
///
/// @param city that it is about; null for none
/// @param need that it is about; null for none
/// @param arguments of its sentence by name: texts, whole numbers, names in both languages; `id` is
///     another entry that it is about, `search` the name of a search, `date` a day
public record CatalogChange(
    Sort sort,
    Kind kind,
    EntryId entry,
    @Nullable EntryId city,
    @Nullable EntryId need,
    Map<String, Object> arguments) {
  public enum Sort {
    NEED_NEW,
    NEED_STATE,
    NEED_GONE,
    DEADLINE,
    PARTNER_NEW,
    /// No longer recommended, for another reason than the next three.
    PARTNER_LEFT,
    PARTNER_CLOSED,
    PARTNER_BANKRUPT,
    /// No longer in the catalog.
    PARTNER_GONE,
    EVIDENCE_ADDED,
    EVIDENCE_WITHDRAWN,
    HIT,
    CITY_GONE,
    /// The two generations could not be compared.
    UNKNOWN
  }

  public CatalogChange {
    arguments = java.util.Collections.unmodifiableMap(new TreeMap<>(arguments));
  }

  /// A key that distinguishes it from others of the same comparison.
  String mark() {
    return Word.of(sort)
        + " "
        + kind.word()
        + " "
        + entry
        + " "
        + (need == null ? "" : need)
        + " "
        + arguments.getOrDefault("id", "")
        + arguments.getOrDefault("date", "")
        + arguments.getOrDefault("search", "");
  }
}
