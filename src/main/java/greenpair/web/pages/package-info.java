/// Handlers of pages and forms.
@NullMarked
package greenpair.web.pages;

import org.jspecify.annotations.NullMarked;
