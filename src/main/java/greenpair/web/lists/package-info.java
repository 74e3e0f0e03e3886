/// Lists of entries that people keep: read, changed, shared by a link.
@NullMarked
package greenpair.web.lists;

import org.jspecify.annotations.NullMarked;
