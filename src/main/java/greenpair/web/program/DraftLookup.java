package greenpair.web.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.ProgramStore;
import greenpair.program.Revision;
import greenpair.web.input.Input;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cities and needs to which a record may refer: those of the catalog, and entered ones that are
/// not in it yet.
public record DraftLookup(ProgramStore store) {
  /// The city that a field names; null if none is named or after an error.
  @Nullable EntryId city(Input input, String field, @Nullable String word) {
    return find(Kind.CITY, word).map(Revision::entry).orElseGet(() -> input.city(field, word));
  }

  /// The need that a field names; null if none is named or after an error.
  ///
  /// @param city that it must belong to; null if that is not known
  @Nullable EntryId need(Input input, String field, @Nullable String word, @Nullable EntryId city) {
    return find(Kind.NEED, word)
        .filter(need -> Objects.equals(need.city(), city))
        .map(Revision::entry)
        .orElseGet(() -> input.need(field, word, city));
  }

  private Optional<Revision> find(Kind kind, @Nullable String word) {
    if (word == null) {
      return Optional.empty();
    }
    try {
      EntryId id = new EntryId(word);
      return store.read(records -> records.revisions().latest(kind, id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
