/// Tells people what changed of what they follow: the list of the API, the feed, and the
/// [greenpair.web.changes.Courier], which sends mails and webhooks.
@NullMarked
package greenpair.web.changes;

import org.jspecify.annotations.NullMarked;
