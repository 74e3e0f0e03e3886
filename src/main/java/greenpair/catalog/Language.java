package greenpair.catalog;

import java.util.Locale;

/// The two languages of the product.
public enum Language {
  EN,
  ZH;

  /// The word used in files and answers, such as `en`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
