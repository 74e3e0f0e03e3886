/// Routes of status, metrics and health checks.
@NullMarked
package greenpair.web.monitoring;

import org.jspecify.annotations.NullMarked;
