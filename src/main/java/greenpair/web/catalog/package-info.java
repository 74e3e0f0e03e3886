/// Routes of the catalog: cities, entries, taxonomy.
@NullMarked
package greenpair.web.catalog;

import org.jspecify.annotations.NullMarked;
