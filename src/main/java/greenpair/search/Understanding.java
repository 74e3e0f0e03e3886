package greenpair.search;

import greenpair.catalog.Code;
import java.util.List;
import java.util.Set;

/// What a query was read as.
///
/// @param text as read: with the corrections put in
/// @param named concepts in order of place, one for each string that names some
/// @param excluded codes that the query does not want
/// @param corrections slips of the hand that were mended
/// @param words what no concept stands for, with blanks in place of the rest
record Understanding(
    String text,
    List<Named> named,
    List<Named> excluded,
    List<Correction> corrections,
    String words) {
  /// A string of the query and what it names.
  ///
  /// @param written the string as it stands in the query
  /// @param codes one, or several when it is ambiguous
  /// @param weight 1, or less when it was guessed
  /// @param sure false when it was misspelt or written in part
  record Named(String written, Set<Code> codes, double weight, boolean sure) {}

  /// A word that was read as another one.
  record Correction(String from, String to) {}

  Understanding {
    named = List.copyOf(named);
    excluded = List.copyOf(excluded);
    corrections = List.copyOf(corrections);
  }

  boolean isEmpty() {
    return named.isEmpty() && words.isBlank();
  }
}
