/// The tree of technologies and finance types: [Taxonomy] and its [Concept]s.
@NullMarked
package greenpair.catalog.taxonomy;

import org.jspecify.annotations.NullMarked;
