/// Search by people, in English and in Chinese: what a query means, what is found, and why.
///
/// [QueryReader] turns words into an [Understanding] (concepts, what is excluded, slips of the
/// hand, other words), [Search] asks the index for each kind and merges, and [Results] is the
/// answer: hits whose explanations add up, facets, what nothing matched. [Suggestions] completes
/// what is being typed.
@NullMarked
package greenpair.search;

import org.jspecify.annotations.NullMarked;
