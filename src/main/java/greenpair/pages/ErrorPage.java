package greenpair.pages;

/// A page that says what went wrong and where to go on.
///
/// @param status the HTTP status
/// @param key of the phrases `.title`, `.text`
/// @param id of a failure, to be found in the server's log; empty where there is none
public record ErrorPage(int status, String key, String id) {}
