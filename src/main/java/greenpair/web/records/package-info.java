/// Decision records: answers that are stored and reproduced.
@NullMarked
package greenpair.web.records;

import org.jspecify.annotations.NullMarked;
