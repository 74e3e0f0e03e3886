/// Presentation of values: words, numbers, links, maps and the view that all templates use.
@NullMarked
package greenpair.pages.view;

import org.jspecify.annotations.NullMarked;
