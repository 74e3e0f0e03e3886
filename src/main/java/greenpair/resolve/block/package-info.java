/// Which records are compared at all: features of a record, and blocks of records that share them.
@NullMarked
package greenpair.resolve.block;

import org.jspecify.annotations.NullMarked;
