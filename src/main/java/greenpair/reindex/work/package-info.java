/// The order of a run, and the reports that it makes.
@NullMarked
package greenpair.reindex.work;

import org.jspecify.annotations.NullMarked;
