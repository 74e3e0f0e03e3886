/// Generations that several servers share in an OpenSearch cluster: loaded, checked, published by
/// an alias, and copied into the data folder of each server. The only package that knows
/// OpenSearch.
@NullMarked
package greenpair.index.cluster;

import org.jspecify.annotations.NullMarked;
