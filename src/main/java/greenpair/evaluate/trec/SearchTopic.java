package greenpair.evaluate.trec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A query of an evaluation of search over several kinds; documents are `kind:id`.
///
/// @param pair id shared with the query of the same meaning in the other language; null if there is
///     none
/// @param sort such as `technology` or `misspelt`
/// @param language `en` or `zh`
/// @param filters values by `kind` or facet
public record SearchTopic(
    String id,
    @Nullable String pair,
    String sort,
    String language,
    String q,
    Map<String, String> filters) {
  public SearchTopic {
    filters = Map.copyOf(filters);
    TrecLine.checkWord("id", id);
  }
}
