package greenpair.web.answers;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.Facet;
import greenpair.search.SearchRequest;
import greenpair.web.input.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Words, and what entries are narrowed to.
///
/// @param city in which entries have a verified deployment; null for any
/// @param climateLike city in a climate like whose they have one
public record SearchFilter(
    @Rules.Default("") @Rules.Example("heat pumps") String q,
    @Rules.OneOf({"city", "need", "firm", "financier", "solution", "deployment", "expert"})
        List<Kind> kind,
    Map<Facet, Set<String>> facets,
    @Rules.Known(Kind.CITY) @Rules.Example("cn-shenzhen") @Nullable EntryId city,
    @Rules.Known(Kind.CITY) @Rules.Example("cn-jilin") @Nullable EntryId climateLike) {
  /// The request of a search.
  ///
  /// @param kinds that are searched if none is named
  public SearchRequest request(
      List<Kind> kinds, EntryQuery.Order order, Language language, int limit) {
    return new SearchRequest(
        kinds, new TreeSet<>(kind), q, facets, city, climateLike, order, language, limit, null);
  }
}
