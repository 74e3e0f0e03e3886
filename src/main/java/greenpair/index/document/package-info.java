/// From an entry to a Lucene document: fields, features, facets and joined deployments.
@NullMarked
package greenpair.index.document;

import org.jspecify.annotations.NullMarked;
