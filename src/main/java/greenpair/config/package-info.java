/// Reads settings with all their faults at once.
///
/// [Settings] is one block of a YAML file that knows its place in it; [Problems] collects what is
/// wrong, and start-up fails with the whole list.
@NullMarked
package greenpair.config;

import org.jspecify.annotations.NullMarked;
