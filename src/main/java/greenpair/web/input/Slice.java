package greenpair.web.input;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.Language;
import greenpair.catalog.value.Rule;
import greenpair.match.ListCursor;
import greenpair.match.RecommendationRequest;
import greenpair.message.Message;
import greenpair.program.database.Page;
import org.jspecify.annotations.Nullable;

/// The part of a list that is asked for.
public record Slice(
    @JsonUnwrapped Start start,
    @Rule.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Rules.Default("100") int limit) {
  /// Where the part begins.
  ///
  /// @param cursor null for the beginning of the list
  public record Start(@Nullable String cursor) implements Request {
    @Override
    public void check(BodyFields fields) {
      if (cursor != null && ListCursor.place(cursor).isEmpty()) {
        Message rule = Message.of("check.cursor");
        fields.checks().fault("cursor", cursor, rule, Message.of("check.cursor.next"));
      }
    }

    public long before() {
      return cursor == null ? Page.NEWEST : ListCursor.place(cursor).orElse(Page.NEWEST);
    }

    /// The first item, for a list that is counted from its beginning.
    public int from() {
      return cursor == null ? 0 : (int) Math.min(before(), Parameters.FARTHEST);
    }
  }

  /// The same, with texts in one language.
  public record InLanguage(@JsonUnwrapped Slice slice, @Nullable Language lang) {}
}
