/// Decision records: answers kept and reproduced.
@NullMarked
package greenpair.web.records;

import org.jspecify.annotations.NullMarked;
