/// What the people of a programme add to the catalog and no registry owns: needs and city
/// profiles typed in, pins, vetoes and notes, introductions and what came of them; who may see
/// and change it; and the record of who did.
///
/// Begin with [ProgramStore], which reads and writes in transactions; each gives a [Records]
/// with one part for each sort of record. [Caller] says who asks and what that one may do.
/// SQLite in the data folder by default, PostgreSQL by configuration, the same statements on
/// both.
@NullMarked
package greenpair.program;

import org.jspecify.annotations.NullMarked;
