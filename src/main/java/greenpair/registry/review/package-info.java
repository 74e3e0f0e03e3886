/// Uncertain pairs of records and the answers people gave.
@NullMarked
package greenpair.registry.review;

import org.jspecify.annotations.NullMarked;
