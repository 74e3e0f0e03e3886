/// Pages of one firm, financier or solution, and of several side by side.
@NullMarked
package greenpair.pages.entry;

import org.jspecify.annotations.NullMarked;
