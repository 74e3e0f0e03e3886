/// Blocking: only records that share a feature are compared.
@NullMarked
package greenpair.resolve.block;

import org.jspecify.annotations.NullMarked;
