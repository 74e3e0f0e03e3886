package greenpair.catalog.taxonomy;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.Optional;

/// What a coordinator adds to search: a term of a technology, or a pin, the entry that comes first
/// for a query.
///
/// @param words the term; of a pin the folded query
/// @param target a code of the taxonomy, or `kind:id` of an entry
public record SearchEdit(String words, String target) {
  public boolean hasEntry() {
    return target.contains(":");
  }

  /// The technology of a term; empty for a pin.
  public Optional<Code> technology() {
    return hasEntry() ? Optional.empty() : Optional.of(new Code(target));
  }

  /// The entry of a pin; empty for a term.
  public Optional<Entry.Key> pinned() {
    String[] parts = target.split(":", 2);
    return Kind.of(parts[0]).map(kind -> new Entry.Key(kind, new EntryId(parts[1])));
  }

  /// Whether another one leaves it nothing to do: words have one pin, and each meaning once.
  public boolean takenBy(SearchEdit other) {
    return words.equalsIgnoreCase(other.words)
        && (target.equals(other.target) || (hasEntry() && other.hasEntry()));
  }
}
