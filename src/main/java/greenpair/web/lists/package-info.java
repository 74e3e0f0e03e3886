/// Routes of users' own lists: read, change, share by a link.
@NullMarked
package greenpair.web.lists;

import org.jspecify.annotations.NullMarked;
