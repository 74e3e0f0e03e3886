/// Notifies people of changes to the items that they follow: the list of the API, the feed, and
/// [greenpair.web.follow.Courier], which sends mails.
@NullMarked
package greenpair.web.follow;

import org.jspecify.annotations.NullMarked;
