/// What every page has: [PageFrame] and its address; what every form has: [PageForm].
@NullMarked
package greenpair.web.pages.frame;

import org.jspecify.annotations.NullMarked;
