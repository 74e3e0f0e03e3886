/// Search by people, in English and in Chinese: what a query means, what is found, and why.
///
/// [Search] is the one straight path. [Asking] has [QueryReader] turn words into an [Understanding]
/// (concepts, what is excluded, slips of the hand, other words) and makes a query for each kind of
/// it; [Ranking] asks the kinds and merges; [Facets], [Hits] and [Meanings] tell what was found,
/// why, and what nothing matched; [Results] is the answer. [Suggestions] completes what is being
/// typed.
@NullMarked
package greenpair.search;

import org.jspecify.annotations.NullMarked;
