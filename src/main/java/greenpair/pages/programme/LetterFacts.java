package greenpair.pages.programme;

import greenpair.catalog.Text;
import greenpair.match.explain.Answer.Recommendation;
import greenpair.pages.look.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a letter says, before it is said in a language. Nothing of the programme's own work, such
/// as the task of the introduction, is in it: a letter leaves the house.
///
/// @param need null for the whole city
/// @param partnerWhy what speaks for the partner; null where the catalog does not tell
/// @param solutionWhy the same of the proposed solution; null without one
/// @param programmes that the city takes part in
/// @param asOf when the generation was made
record LetterFacts(
    Text partner,
    Text city,
    @Nullable Text need,
    @Nullable Recommendation partnerWhy,
    @Nullable Recommendation solutionWhy,
    List<LetterDraft.Warning> warnings,
    Reach partnerReach,
    Reach cityReach,
    List<Text> programmes,
    Instant asOf) {}
