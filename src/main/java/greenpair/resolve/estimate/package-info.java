/// Estimates weights of evidence from unlabelled pairs of records.
@NullMarked
package greenpair.resolve.estimate;

import org.jspecify.annotations.NullMarked;
