/// Pages of plans: the list with its forms, one plan, and a city's own part.
@NullMarked
package greenpair.pages.plan;

import org.jspecify.annotations.NullMarked;
