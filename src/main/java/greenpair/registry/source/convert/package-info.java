/// Converts a registry to catalog lines, and consolidates the records of one firm.
@NullMarked
package greenpair.registry.source.convert;

import org.jspecify.annotations.NullMarked;
