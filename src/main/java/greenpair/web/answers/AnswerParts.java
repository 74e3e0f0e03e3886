package greenpair.web.answers;

import greenpair.learn.WeightLearning;
import greenpair.plan.input.Planner;
import greenpair.search.Search;
import greenpair.search.Suggestions;

/// The parts of one configuration that answer searches, plans and pages.
///
/// @param configuration digest of the configuration that it was read from
/// @param hidesUnverified whether pages hide unchecked facts from visitors who are not signed in
public record AnswerParts(
    String configuration,
    Search search,
    Suggestions suggestions,
    Planner planner,
    WeightLearning learning,
    boolean hidesUnverified) {}
