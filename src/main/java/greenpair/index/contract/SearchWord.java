package greenpair.index.contract;

import module java.base;

/// A word of the query as the index knows it.
///
/// @param weight in (0, 1], what it counts beside other words
/// @param start first character in the text
/// @param occurs whether any entry of the kind has it
/// @param near words of the index of which it may be a misspelling; empty if it occurs
public record SearchWord(
    String term,
    Role role,
    int start,
    int end,
    double weight,
    double idf,
    boolean occurs,
    List<String> near) {
  /// What a word is in its query.
  public enum Role {
    /// A word of its own.
    WORD,
    /// A pair of Chinese characters that no word of the dictionary holds.
    PAIR,
    /// A function word, or such a pair with a particle.
    FUNCTION,
    /// What a concept was read from.
    OF_CONCEPT
  }

  public SearchWord {
    near = List.copyOf(near);
  }

  /// Each word once; a repeated word has the greatest of its weights.
  public static List<SearchWord> distinct(Collection<SearchWord> words) {
    Map<String, SearchWord> distinct = new LinkedHashMap<>();
    words.forEach(word -> distinct.merge(word.term, word, (a, b) -> a.weight >= b.weight ? a : b));
    return List.copyOf(distinct.values());
  }

  /// Whether a place in the text is within the word, not at one of its ends.
  public boolean isAround(int place) {
    return start < place && place < end;
  }

  /// Whether it is a word of its own.
  public boolean isWhole() {
    return role == Role.WORD;
  }

  /// The same word with a lower weight.
  public SearchWord as(Role other, double factor) {
    return new SearchWord(term, other, start, end, weight * factor, idf, occurs, near);
  }

  /// The same word, not a misspelling of another.
  ///
  /// @param isThere whether an entry has it
  public SearchWord asWritten(boolean isThere) {
    return new SearchWord(term, role, start, end, weight, idf, isThere, List.of());
  }
}
