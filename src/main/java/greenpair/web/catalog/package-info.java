/// Routes of the catalog: cities, entries, taxonomy, slides.
@NullMarked
package greenpair.web.catalog;

import org.jspecify.annotations.NullMarked;
