package greenpair.web.catalog;

import greenpair.plan.ask.Planner;
import greenpair.search.Search;
import greenpair.search.Suggestions;

/// What searches and plans are answered with.
///
/// @param configuration digest of the configuration that it was read from
public record Searching(
    String configuration, Search search, Suggestions suggestions, Planner planner) {}
