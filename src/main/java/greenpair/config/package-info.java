/// Reads settings and reports all their errors at once.
///
/// [Settings] is one block of a YAML file that knows its position in it; [Problems] collects errors
/// in both languages, and startup fails with the whole list. [Lazy] is created after startup.
package greenpair.config;
