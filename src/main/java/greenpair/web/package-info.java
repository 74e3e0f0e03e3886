/// The HTTP API: JSON over Javalin, and the only package that uses Javalin.
///
/// [Server] listens and stops gracefully. [Wiring] makes all handlers, and [Background] runs the
/// work done beside requests. [Routes] is the table of all routes. Handlers of matching and search
/// reply inside one [AnswerEndpoint][greenpair.web.answers.AnswerEndpoint], which holds one
/// snapshot for the whole request and caches answers in an
/// [AnswerCache][greenpair.web.answers.AnswerCache]; those of programme data in a
/// [ReadEndpoint][greenpair.web.program.ReadEndpoint] or
/// [WriteEndpoint][greenpair.web.program.WriteEndpoint]. [Json][greenpair.web.http.Json] writes
/// every answer, here and on the command line. The errors of a request become one
/// [Problem][greenpair.web.http.Problem] that lists all of them in both languages.
package greenpair.web;
