/// Encodes traits and cities as bytes of doc values.
@NullMarked
package greenpair.index.codec;

import org.jspecify.annotations.NullMarked;
