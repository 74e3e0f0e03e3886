/// Reads a generation: candidates, search, suggestions and facets of each kind. [Snapshot] is what
/// one request sees.
@NullMarked
package greenpair.index.read;

import org.jspecify.annotations.NullMarked;
