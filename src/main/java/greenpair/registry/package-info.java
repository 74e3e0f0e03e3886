/// Turns source records into catalog entries, or says exactly why not.
///
/// [CatalogFiles] streams files of the catalog format line by line; each line becomes a [Reading]:
/// accepted with its entry, or rejected with every problem of the line. [CatalogJson] is the strict
/// reader and writer of one entry, [References] finds ids that stand twice or lead nowhere,
/// [CatalogSchema] gives a second, independent opinion on a line, and [ConfigFolder] reads what
/// stands in `index-config/`.
///
/// Bad data never throws: it is a [Reading.Rejected] with file and line. Only what the user must
/// mend before anything can be read (a missing path, a broken taxonomy) is an exception.
@NullMarked
package greenpair.registry;

import org.jspecify.annotations.NullMarked;
