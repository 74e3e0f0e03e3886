/// Routes of the programme's data: edits, remarks, introductions, oversight.
@NullMarked
package greenpair.web.programme;

import org.jspecify.annotations.NullMarked;
