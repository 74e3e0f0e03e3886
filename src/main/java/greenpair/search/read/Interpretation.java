package greenpair.search.read;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;

/// The interpretation of a query.
///
/// @param text as it is read: with corrections, and with words replaced by those that entries use
/// @param corrected with corrections alone
/// @param named concepts in order of position, one for each string that names concepts
/// @param excluded what the query does not want
/// @param barred their codes, and those that are excluded with them
/// @param corrections corrected misspellings
/// @param asked kinds that the query requests: who lends, who makes
/// @param words text outside the concepts, with blanks in place of the rest
/// @param searched text that is searched as words: all but the excluded parts, which are blanks
/// @param unwanted the excluded parts without "not" and the like, with blanks in place of the rest
public record Interpretation(
    String text,
    String corrected,
    List<Named> named,
    List<Named> excluded,
    Set<Code> barred,
    List<Rewrite> corrections,
    Set<Kind> asked,
    String words,
    String searched,
    String unwanted) {
  /// Whether it describes a problem: its concepts were guessed or, in a sentence, one of them.
  public boolean isProblem() {
    Predicate<Named> guessed = each -> each.reading == Reading.GUESSED;
    return isSentence()
        ? named.stream().anyMatch(guessed)
        : !named.isEmpty() && named.stream().allMatch(guessed);
  }

  /// Whether it is a sentence.
  public boolean isSentence() {
    return Passages.isSentence(text.strip(), words);
  }

  /// The text with blanks in place of those characters.
  public static String without(String text, BitSet characters) {
    StringBuilder rest = new StringBuilder(text);
    characters.stream().filter(at -> at < rest.length()).forEach(at -> rest.setCharAt(at, ' '));
    return rest.toString();
  }

  /// Whether a concept was read from those characters.
  public boolean isOfConcept(int start, int end) {
    return words.substring(start, end).isBlank();
  }

  /// Whether a term of a concept occurs in it.
  public boolean isNamed() {
    return named.stream().anyMatch(Named::isNamed);
  }

  /// Whether it ends in a term of a concept.
  public boolean endsInConcept() {
    int end = searched.length();
    while (end > 0 && !Character.isLetterOrDigit(searched.charAt(end - 1))) {
      end--;
    }
    return end > 0 && isNamed() && isOfConcept(end - 1, end);
  }

  /// The same without the wish for a kind that a catalog does not have: it would only lower the
  /// others.
  public Interpretation among(Predicate<Kind> present) {
    return asking(asked.stream().filter(present).collect(Collectors.toSet()));
  }

  public Interpretation asking(Set<Kind> kinds) {
    return new Interpretation(
        text, corrected, named, excluded, barred, corrections, kinds, words, searched, unwanted);
  }

  /// A string of the query and what it names.
  ///
  /// @param written the string as written in the query
  /// @param codes one, or several when it is ambiguous
  /// @param weight 1, or less when it was guessed or is general beside more exact ones
  public record Named(String written, Set<Code> codes, double weight, Reading reading) {
    /// Whether a term of it occurs, perhaps misspelt.
    public boolean isNamed() {
      return reading != Reading.GUESSED;
    }

    public boolean sure() {
      return reading == Reading.NAMED;
    }

    /// The same without codes that are not wanted, unless none would be left.
    Named without(Set<Code> barred) {
      Set<Code> left = new LinkedHashSet<>(codes);
      left.removeAll(barred);
      return left.isEmpty() ? this : new Named(written, left, weight, reading);
    }

    public Named times(double factor) {
      return new Named(written, codes, weight * factor, reading);
    }
  }

  /// How a concept was found.
  public enum Reading {
    /// A term of it occurs in the query.
    NAMED,
    /// A term occurs there after a spelling correction.
    MENDED,
    /// The words are those in which people speak of it.
    GUESSED
  }

  public Interpretation {
    named = List.copyOf(named);
    excluded = List.copyOf(excluded);
    barred = Set.copyOf(barred);
    corrections = List.copyOf(corrections);
    asked = Set.copyOf(asked);
  }
}
