package greenpair.concept;

import greenpair.catalog.Code;

/// A place in a text where a concept is named.
///
/// @param code the concept
/// @param weight 1 for a string that belongs to one concept, 1/n for one that belongs to n
/// @param start first character in the text
/// @param end one past the last character
/// @param negated whether the text excludes it ("not incineration", "除焚烧外")
public record Mention(Code code, double weight, int start, int end, boolean negated) {
  /// A mention that is not negated.
  public Mention(Code code, double weight, int start, int end) {
    this(code, weight, start, end, false);
  }
}
