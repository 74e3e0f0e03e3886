/// What a run is asked, and what it reports while it works.
@NullMarked
package greenpair.reindex.work;

import org.jspecify.annotations.NullMarked;
