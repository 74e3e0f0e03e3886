/// Turns source records into catalog entries or rejects them with exact reasons.
///
/// `registry.format` reads and writes files of the catalog format, `registry.source` maps the
/// records of other files and databases to that format, and `registry.config` reads
/// `index-config/`.
/// Each line becomes a [LineResult]: accepted with its entry, or rejected with every problem of the
/// line.
///
/// Bad data never throws: it is a [LineResult.Rejected] with file and line. Only what the user must
/// correct before anything can be read (a missing path, a broken taxonomy) is an exception.
package greenpair.registry;
