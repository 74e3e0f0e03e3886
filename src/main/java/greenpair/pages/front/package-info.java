/// The front page, and the open needs of cities.
@NullMarked
package greenpair.pages.front;

import org.jspecify.annotations.NullMarked;
