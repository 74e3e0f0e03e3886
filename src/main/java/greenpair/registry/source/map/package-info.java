/// The mapping language: from a source record to catalog fields by the rules of a YAML file.
@NullMarked
package greenpair.registry.source.map;

import org.jspecify.annotations.NullMarked;
