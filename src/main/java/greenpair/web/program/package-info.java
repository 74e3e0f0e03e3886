/// Routes of the programme's data: edits, remarks, introductions, oversight.
@NullMarked
package greenpair.web.program;

import org.jspecify.annotations.NullMarked;
