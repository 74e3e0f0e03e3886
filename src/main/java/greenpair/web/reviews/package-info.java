/// Uncertain pairs of firms and what people answer.
@NullMarked
package greenpair.web.reviews;

import org.jspecify.annotations.NullMarked;
