/// Pages for programme members: sign-in, introductions, remarks, edits, registries and jobs.
@NullMarked
package greenpair.pages.programme;

import org.jspecify.annotations.NullMarked;
