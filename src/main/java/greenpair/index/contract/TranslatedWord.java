package greenpair.index.contract;

import module java.base;

/// A word of a query with its translations (renderings) into the other language. It counts as one
/// word, however many renderings it has.
///
/// @param idf inverse document frequency of entries that contain any of the renderings
/// @param renderings those that occur in some entry; may be empty
public record TranslatedWord(
    String written, int start, int end, double weight, double idf, List<Translation> renderings) {
  public TranslatedWord {
    renderings = List.copyOf(renderings);
  }

  /// Another word for it.
  ///
  /// @param weight in (0, 1]
  /// @param isOther whether it is another word than the one that was written
  public record Translation(String written, List<String> terms, double weight, boolean isOther) {
    public Translation {
      terms = List.copyOf(terms);
    }
  }

  /// Each word once, in order of first occurrence; a repeated word, or another form of it, has the
  /// greatest of their weights.
  public static List<TranslatedWord> distinct(Collection<TranslatedWord> words) {
    Map<Object, TranslatedWord> distinct = new LinkedHashMap<>();
    for (TranslatedWord word : words) {
      List<List<String>> terms = word.renderings.stream().map(Translation::terms).toList();
      // A word that occurs in no entry has no terms to distinguish it from others.
      distinct.merge(
          terms.isEmpty() ? word.written : terms,
          word,
          (first, other) ->
              first.weight >= other.weight ? first : first.times(other.weight / first.weight));
    }
    return List.copyOf(distinct.values());
  }

  /// Whether a word of the query is a part of it.
  public boolean isOf(SearchWord word) {
    return start <= word.start() && word.end() <= end;
  }

  /// Whether some entry contains it.
  public boolean occurs() {
    return !renderings.isEmpty();
  }

  /// Whether some entry expresses it by a word other than the written one.
  public boolean isOther() {
    return renderings.stream().anyMatch(Translation::isOther);
  }

  /// The same word with some of its renderings.
  public TranslatedWord by(List<Translation> some) {
    return new TranslatedWord(written, start, end, weight, idf, some);
  }

  /// The same word with a lower weight.
  public TranslatedWord times(double factor) {
    return new TranslatedWord(written, start, end, weight * factor, idf, renderings);
  }
}
