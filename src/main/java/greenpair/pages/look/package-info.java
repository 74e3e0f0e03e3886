/// Presentation of values: words, numbers, links, maps and the view that templates share.
@NullMarked
package greenpair.pages.look;

import org.jspecify.annotations.NullMarked;
