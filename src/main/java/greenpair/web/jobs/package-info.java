/// Routes of jobs: start, watch, cancel.
@NullMarked
package greenpair.web.jobs;

import org.jspecify.annotations.NullMarked;
