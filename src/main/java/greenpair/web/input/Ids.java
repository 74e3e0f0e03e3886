package greenpair.web.input;

import greenpair.catalog.EntryId;
import greenpair.web.http.Checks;
import greenpair.web.http.Said;
import org.jspecify.annotations.Nullable;

/// Ids in parameters and addresses of program data: well-formed, whether or not the catalog
/// that is served knows them.
public final class Ids {
  private Ids() {}

  /// The id that a parameter holds; null without it or after its fault.
  public static @Nullable EntryId of(Parameters parameters, String name, Checks checks) {
    String word = parameters.one(name);
    return word == null ? null : read(name, word, checks);
  }

  /// The id; null after its fault.
  public static @Nullable EntryId read(String field, String word, Checks checks) {
    try {
      return new EntryId(word);
    } catch (IllegalArgumentException e) {
      checks
          .faults()
          .add(
              field,
              word,
              new Said(
                  "is an id: a letter or digit, then up to 199 of letters, digits, . _ : ~ -",
                  "须为编号：以字母或数字开头，其后最多199个字母、数字或. _ : ~ -"),
              new Said("take it from an answer", "请使用结果中给出的编号"));
      return null;
    }
  }
}
