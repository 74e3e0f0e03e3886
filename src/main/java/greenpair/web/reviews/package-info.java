/// Routes of uncertain pairs of firms and of people's answers.
@NullMarked
package greenpair.web.reviews;

import org.jspecify.annotations.NullMarked;
