/// Writes a generation: in full with [GenerationBuilder], or over the last one with
/// [GenerationPatch].
@NullMarked
package greenpair.index.build;

import org.jspecify.annotations.NullMarked;
