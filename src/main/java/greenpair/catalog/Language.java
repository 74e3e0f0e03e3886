package greenpair.catalog;

/// The two languages that every text of the product exists in.
public enum Language {
  EN,
  ZH
}
