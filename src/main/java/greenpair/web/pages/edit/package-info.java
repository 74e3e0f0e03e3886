/// The forms in which entries of the catalog are entered, reviewed and published.
@NullMarked
package greenpair.web.pages.edit;

import org.jspecify.annotations.NullMarked;
