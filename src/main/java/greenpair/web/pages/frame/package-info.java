/// Common parts of all pages ([PageFrame]) and of all forms ([PageForm]).
@NullMarked
package greenpair.web.pages.frame;

import org.jspecify.annotations.NullMarked;
