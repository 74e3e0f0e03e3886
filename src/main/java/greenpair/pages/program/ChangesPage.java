package greenpair.pages.program;

import greenpair.catalog.Text;
import greenpair.pages.view.Form;
import greenpair.program.follow.Deliveries.Delivery;
import greenpair.program.follow.Follows.Follow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes of what a person follows, and how the person is notified.
///
/// @param next where the next part begins; 0 on the last one
/// @param follow what is to be followed, to be confirmed; empty for nothing
/// @param hasMail whether the server sends mail
/// @param feed the address that was just made; empty for none
/// @param sent the newest mails
public record ChangesPage(
    List<Item> items,
    long next,
    List<Followed> followed,
    Form follow,
    Form chosen,
    boolean hasMail,
    boolean hasFeed,
    String feed,
    List<Delivery> sent) {
  public record Item(Text says, String page, Instant found) {}

  /// Something that is followed.
  ///
  /// @param page to look at; null if it is no longer in the catalog
  public record Followed(String id, Follow.Sort sort, Text name, @Nullable String page) {}

  public record Ending(String address, boolean isDone) {}

  public ChangesPage {
    items = List.copyOf(items);
    followed = List.copyOf(followed);
    sent = List.copyOf(sent);
  }
}
