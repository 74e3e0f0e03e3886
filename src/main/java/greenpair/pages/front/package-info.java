/// The front page, and what cities are looking for.
@NullMarked
package greenpair.pages.front;

import org.jspecify.annotations.NullMarked;
