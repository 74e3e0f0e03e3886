package greenpair.match;

import greenpair.catalog.Taxonomy;

/// All that ranking goes by, checked at start-up: the tree, the weights, what makes cities alike,
/// who may serve whom, what is saved.
public record Rules(
    Taxonomy taxonomy,
    RankingSettings ranking,
    SimilaritySettings similarity,
    EligibilitySettings eligibility,
    Savings savings) {}
