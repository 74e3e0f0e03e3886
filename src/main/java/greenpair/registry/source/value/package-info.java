/// Values of source records: dates, numbers, identifiers, and what is wrong with them.
@NullMarked
package greenpair.registry.source.value;

import org.jspecify.annotations.NullMarked;
