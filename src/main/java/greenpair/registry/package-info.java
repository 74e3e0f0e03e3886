/// Turns source records into catalog entries or rejects them with exact reasons.
///
/// [CatalogFiles] streams files of the catalog format line by line; each line becomes a [Reading]:
/// accepted with its entry, or rejected with every problem of the line. [CatalogJson] is the strict
/// reader and writer of one entry, [References] finds duplicate ids and references that do not
/// resolve, [CatalogSchema] is a second, independent check of a line, and [ConfigFolder] reads
/// `index-config/`.
///
/// Bad data never throws: it is a [Reading.Rejected] with file and line. Only what the user must
/// correct before anything can be read (a missing path, a broken taxonomy) is an exception.
@NullMarked
package greenpair.registry;

import org.jspecify.annotations.NullMarked;
