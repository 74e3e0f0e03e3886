/// From registries and catalog files to a published generation.
///
/// [Reindexing] is the front door: it takes an [Order], tells a [Watch] how far it is, and answers
/// with a [Report]. It reads and maps registries, finds the firms that are one, checks every line,
/// builds a generation and publishes it. Whatever fails or is cancelled, what was published before
/// stays, and nothing is left behind.
///
/// The command line and the server ask the same door.
@NullMarked
package greenpair.reindex;

import org.jspecify.annotations.NullMarked;
