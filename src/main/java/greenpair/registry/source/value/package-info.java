/// Values of source records: dates, numbers, identifiers, and their errors.
@NullMarked
package greenpair.registry.source.value;

import org.jspecify.annotations.NullMarked;
