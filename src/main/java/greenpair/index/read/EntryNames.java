package greenpair.index.read;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Nearest;

/// The ids and names of the entries of a kind, to suggest the intended entry for an unknown id.
/// Contains only the first 5,000 entries, so that the cost of an error does not grow with the
/// catalog.
final class EntryNames {
  private static final int MOST = 5_000;

  /// Ids by id and by names, all in lower case.
  private final Map<String, String> ids = new HashMap<>();

  EntryNames(KindIndex index) {
    List<Entry> entries = index.entries(0, MOST);
    for (Entry entry : entries) {
      entry.name().all().forEach(name -> ids.putIfAbsent(lower(name), entry.id().value()));
      if (entry.kind() == Kind.CITY) { // Its id begins with its country, which people leave out.
        String id = entry.id().value();
        ids.putIfAbsent(lower(id.substring(id.indexOf('-') + 1)), id);
      }
    }
    // An id takes precedence over an equal name.
    for (Entry entry : entries) {
      ids.put(lower(entry.id().value()), entry.id().value());
    }
  }

  /// The id of the entry whose id or name, in either language, is nearest to the word; none if
  /// nothing is near.
  Optional<String> nearest(String word) {
    return Nearest.to(lower(word), ids.keySet()).map(ids::get);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
