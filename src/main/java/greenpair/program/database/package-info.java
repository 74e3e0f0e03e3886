/// The database behind the programme's data: connection, rows, export.
@NullMarked
package greenpair.program.database;

import org.jspecify.annotations.NullMarked;
