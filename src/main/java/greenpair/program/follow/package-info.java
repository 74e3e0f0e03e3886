/// What people follow, the changes found for them, and how these are delivered.
@NullMarked
package greenpair.program.follow;

import org.jspecify.annotations.NullMarked;
