/// Reads source records from a database.
@NullMarked
package greenpair.registry.source.jdbc;

import org.jspecify.annotations.NullMarked;
