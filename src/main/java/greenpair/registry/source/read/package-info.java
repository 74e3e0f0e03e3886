/// Reads source files record by record: CSV, XLSX, JSON and JSON Lines, also compressed.
@NullMarked
package greenpair.registry.source.read;

import org.jspecify.annotations.NullMarked;
