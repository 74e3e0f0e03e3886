/// Pages for programme members: sign-in, introductions, remarks, edits, registries and jobs.
@NullMarked
package greenpair.pages.program;

import org.jspecify.annotations.NullMarked;
