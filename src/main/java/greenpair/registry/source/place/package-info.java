/// Places and climate by name: gazetteer and climate grid.
@NullMarked
package greenpair.registry.source.place;

import org.jspecify.annotations.NullMarked;
