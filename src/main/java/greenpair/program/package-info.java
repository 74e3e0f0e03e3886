/// Programme data: what members of a programme enter and no registry owns. Needs, city profiles and
/// preferences of partners, pins, vetoes and notes, introductions and their results; access to
/// them; and the audit log.
///
/// [ProgramStore] is the entry point: it reads and writes in transactions, each of which has a
/// [Records] with one part for each type of record. What a caller may do is decided in
/// `program.access`. The database is SQLite in the data folder by default, or PostgreSQL, with the
/// same statements for both.
package greenpair.program;
