package greenpair.index.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A word of the query as the index knows it.
///
/// @param start first character in the text
/// @param occurs whether any entry of the kind has it
/// @param near words of the index of which it may be a misspelling; empty if it occurs
public record SearchWord(
    String term, int start, int end, double weight, double idf, boolean occurs, List<String> near) {
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

  /// The same word with a lower weight.
  public SearchWord times(double factor) {
    return new SearchWord(term, start, end, weight * factor, idf, occurs, near);
  }

  /// The same word, not a misspelling of another.
  ///
  /// @param isThere whether an entry has it
  public SearchWord asWritten(boolean isThere) {
    return new SearchWord(term, start, end, weight, idf, isThere, List.of());
  }
}
