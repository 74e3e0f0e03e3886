/// Which records are compared at all: features of a record and the blocks that share them.
@NullMarked
package greenpair.resolve.block;

import org.jspecify.annotations.NullMarked;
