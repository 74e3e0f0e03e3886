package greenpair.catalog.value;

import module java.base;

import org.jspecify.annotations.Nullable;

/// Properties of a need or deployment other than its technology. A missing attribute is unknown.
///
/// @param values the words of each attribute, each 1 to [#LONGEST] characters; equal words mean the
///     same
public record Attributes(Map<Attribute, List<String>> values, @Nullable Size size) {
  /// Maximum length of a word in characters.
  public static final int LONGEST = 100;

  /// Nothing is known.
  public static final Attributes NONE = new Attributes(Map.of(), null);

  /// A size with its unit. Only sizes of the same unit can be compared.
  ///
  /// @param value above 0
  /// @param unit such as `MW`, `t/d`, `m2`, `buses`
  public record Size(
      @Rule.Range(isAbove = true) double value,
      @Rule.Most(LONGEST) @Rule.Names(Rule.Named.UNIT) String unit) {
    public Size {
      if (!Double.isFinite(value) || value <= 0) {
        throw new IllegalArgumentException("size.value must be a number above 0, but was " + value);
      }
    }
  }

  public Attributes {
    Map<Attribute, List<String>> known = new EnumMap<>(Attribute.class);
    values.forEach(
        (attribute, words) -> {
          words.forEach(word -> check(attribute, word));
          if (!words.isEmpty()) {
            known.put(attribute, words.stream().distinct().toList());
          }
        });
    values = Collections.unmodifiableMap(known);
  }

  private static void check(Attribute attribute, String word) {
    if (word.isBlank() || word.codePointCount(0, word.length()) > LONGEST) {
      throw new InvalidException(
          "attribute_words",
          "attribute",
          attribute.word(),
          "most",
          LONGEST,
          "value",
          Nearest.shorten(word));
    }
  }

  /// The words of an attribute; empty if it is unknown.
  public List<String> of(Attribute attribute) {
    return values.getOrDefault(attribute, List.of());
  }

  /// Whether the work itself or its site is described, not only who buys it and how.
  public boolean describesWork() {
    return size != null || values.keySet().stream().anyMatch(each -> !each.isOfPurchase());
  }

  /// Whether nothing is known.
  public boolean isEmpty() {
    return values.isEmpty() && size == null;
  }
}
