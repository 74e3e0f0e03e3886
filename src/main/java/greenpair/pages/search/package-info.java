/// The page of search results.
@NullMarked
package greenpair.pages.search;

import org.jspecify.annotations.NullMarked;
