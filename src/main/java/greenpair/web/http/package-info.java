/// HTTP responses: replies, formats, problems, limits.
@NullMarked
package greenpair.web.http;

import org.jspecify.annotations.NullMarked;
