/// Which entries mean the like of a query: directions of texts compared.
@NullMarked
package greenpair.index.meaning;

import org.jspecify.annotations.NullMarked;
