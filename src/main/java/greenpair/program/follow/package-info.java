/// Followed items, the changes found in them, and their delivery.
@NullMarked
package greenpair.program.follow;

import org.jspecify.annotations.NullMarked;
