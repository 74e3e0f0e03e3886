package greenpair.web.catalog;

import greenpair.search.Search;
import greenpair.search.Suggestions;

/// What search is answered with.
///
/// @param configuration digest of the configuration that it was read from
public record Searching(String configuration, Search search, Suggestions suggestions) {}
