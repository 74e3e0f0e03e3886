/// Pages of a city, its brief, all cities and the cohort.
@NullMarked
package greenpair.pages.city;

import org.jspecify.annotations.NullMarked;
