/// Routes of status, metrics and health checks.
@NullMarked
package greenpair.web.operation;

import org.jspecify.annotations.NullMarked;
