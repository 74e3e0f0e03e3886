/// State and figures of the server: status, metrics, probes.
@NullMarked
package greenpair.web.operation;

import org.jspecify.annotations.NullMarked;
