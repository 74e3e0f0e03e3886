package greenpair.web.input;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import org.jspecify.annotations.Nullable;

/// Ids in parameters and addresses of programme data: well-formed, whether or not the catalog
/// that is served knows them.
public final class Ids {
  private Ids() {}

  /// The id; null after an error.
  public static @Nullable EntryId read(String field, String word, ValueParser checks) {
    try {
      return new EntryId(word);
    } catch (IllegalArgumentException e) {
      checks.fault(field, word, Message.of("check.id"), Message.of("check.id.next"));
      return null;
    }
  }
}
