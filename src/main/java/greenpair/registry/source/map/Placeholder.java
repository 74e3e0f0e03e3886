package greenpair.registry.source.map;

import greenpair.registry.source.value.Item;
import greenpair.text.Slug;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A reference to a value in a template: `{name}`, `{name.part}` or `{name:slug}`.
///
/// @param form null, `slug`, `squash`, `lower` or `upper`
record Placeholder(String name, @Nullable String part, @Nullable String form) {
  /// What the item gives for this reference; null if that part of it is unknown.
  @Nullable Object of(Item item) {
    Object value = part == null ? item.value() : item.parts().get(part);
    return value == null || form == null ? value : formed(Item.text(value), form);
  }

  private static String formed(String text, String form) {
    return switch (form) {
      case "slug" -> Slug.of(text);
      case "squash" -> Slug.squash(text);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      default -> text.toUpperCase(Locale.ROOT);
    };
  }
}
