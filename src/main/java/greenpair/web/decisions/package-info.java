/// Decision records: answers that are stored and reproduced.
@NullMarked
package greenpair.web.decisions;

import org.jspecify.annotations.NullMarked;
