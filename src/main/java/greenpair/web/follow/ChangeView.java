package greenpair.web.follow;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.pages.view.PageText;
import greenpair.program.follow.CatalogChange;
import greenpair.program.follow.Changes.Change;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A change as shown by the API and the feed.
///
/// @param earlier the generation before it; null for a change caused by time alone
public record ChangeView(
    String id,
    String sort,
    String key,
    Map<String, Object> arguments,
    Text says,
    String kind,
    EntryId entry,
    @Nullable EntryId city,
    @Nullable EntryId need,
    String page,
    @Nullable String earlier,
    String later,
    Instant found) {
  /// Of what has no page of its own, or none any more.
  private static final String NO_PAGE = "/changes";

  public static ChangeView of(Change change) {
    CatalogChange finding = change.finding();
    return new ChangeView(
        change.id(),
        Word.of(finding.sort()),
        change.key(),
        finding.arguments(),
        new Message(change.key(), finding.arguments()).text(),
        finding.kind().word(),
        finding.entry(),
        finding.city(),
        finding.need(),
        page(finding),
        change.earlier(),
        change.later(),
        change.found());
  }

  private static String page(CatalogChange finding) {
    boolean isGone =
        switch (finding.sort()) {
          case CITY_GONE -> true;
          case PARTNER_GONE -> finding.kind() != Kind.NEED;
          default -> false;
        };
    String page = PageText.page(finding.kind(), finding.entry().value(), finding.city());
    return isGone || page == null ? NO_PAGE : page;
  }
}
