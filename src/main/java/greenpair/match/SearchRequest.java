package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A valid search.
///
/// @param kinds which kinds to search, at least one
/// @param text words in any language, may be empty
/// @param technologies only entries with one of these codes or one below; empty for all
/// @param city only solutions and firms with proof in this city; null for all
/// @param limit 1 to 100
public record SearchRequest(
    List<Kind> kinds, String text, List<Code> technologies, @Nullable EntryId city, int limit) {
  public static final int MAX_TEXT = 10_000;

  public SearchRequest {
    kinds = List.copyOf(kinds);
    technologies = List.copyOf(technologies);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("a search has at least one kind");
    }
    if (limit < 1 || limit > Request.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit is a whole number from 1 to " + Request.MAX_LIMIT + "; got " + limit);
    }
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "q has at most " + MAX_TEXT + " characters; got " + text.length());
    }
  }
}
