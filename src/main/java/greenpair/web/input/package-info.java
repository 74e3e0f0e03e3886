/// Reads and validates requests: parameters, bodies and fields, with all errors at once.
@NullMarked
package greenpair.web.input;

import org.jspecify.annotations.NullMarked;
