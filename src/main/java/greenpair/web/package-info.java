/// The HTTP API: JSON over Javalin, and the only package that uses Javalin.
///
/// [Server] listens, notices new generations and stops gracefully. [Routes] is the table of all
/// addresses; each handler reads, calls and replies inside one [Answering], which holds one
/// snapshot from the first line of a request to its last and keeps answers in an [AnswerCache].
/// [Json] writes every answer, here and on the command line. Whatever is wrong with a request
/// becomes one [Problem] that lists all its faults in both languages.
@NullMarked
package greenpair.web;

import org.jspecify.annotations.NullMarked;
