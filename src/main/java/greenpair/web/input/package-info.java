/// Requests read and checked: parameters, bodies, fields, with all faults at once.
@NullMarked
package greenpair.web.input;

import org.jspecify.annotations.NullMarked;
