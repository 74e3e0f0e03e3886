/// Tools for assistants by the Model Context Protocol: a tool reads its arguments as the API reads
/// a body, and answers with the same documents.
@NullMarked
package greenpair.web.assistant;

import org.jspecify.annotations.NullMarked;
