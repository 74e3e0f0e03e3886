package greenpair.web.catalog;

import greenpair.learn.Learning;
import greenpair.plan.ask.Planner;
import greenpair.search.Search;
import greenpair.search.Suggestions;

/// What searches, plans and pages are answered with.
///
/// @param configuration digest of the configuration that it was read from
/// @param hidesUnverified whether pages hide unchecked facts from visitors who are not signed in
public record Searching(
    String configuration,
    Search search,
    Suggestions suggestions,
    Planner planner,
    Learning learning,
    boolean hidesUnverified) {}
