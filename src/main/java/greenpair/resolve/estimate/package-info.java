/// Estimates from uncertain pairs which weights of evidence would follow from them.
@NullMarked
package greenpair.resolve.estimate;

import org.jspecify.annotations.NullMarked;
