/// Routes of the catalog: recommendations, search, entries, with the cache of answers.
@NullMarked
package greenpair.web.catalog;

import org.jspecify.annotations.NullMarked;
