/// Values of fields of entries that need no other part of the catalog, and [Nearest], by which
/// error messages say what was probably meant.
@NullMarked
package greenpair.catalog.value;

import org.jspecify.annotations.NullMarked;
