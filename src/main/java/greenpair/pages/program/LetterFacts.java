package greenpair.pages.program;

import greenpair.catalog.Text;
import greenpair.match.reason.Answer.Recommendation;
import greenpair.pages.view.ContactWays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The language-independent contents of a letter. It contains nothing internal to the programme,
/// such as the task of the introduction, because the letter is sent to others.
///
/// @param need null for the whole city
/// @param partnerWhy reason for the partner; null if unknown
/// @param solutionWhy the same of the proposed solution; null without one
record LetterFacts(
    Text partner,
    Text city,
    @Nullable Text need,
    @Nullable Recommendation partnerWhy,
    @Nullable Recommendation solutionWhy,
    ContactWays partnerReach,
    ContactWays cityReach,
    List<Text> programmes) {}
