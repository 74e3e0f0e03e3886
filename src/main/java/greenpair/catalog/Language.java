package greenpair.catalog;

import greenpair.catalog.value.Word;

/// The two languages of the product.
public enum Language implements Word {
  EN,
  ZH
}
