/// Notifies people of changes to the items that they follow: the list of the API, the feed, and
/// [greenpair.web.changes.Courier], which sends mails and webhooks.
@NullMarked
package greenpair.web.changes;

import org.jspecify.annotations.NullMarked;
