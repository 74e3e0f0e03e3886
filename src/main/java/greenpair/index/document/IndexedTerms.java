package greenpair.index.document;

import java.util.Map;

/// What the first stage searches and returns of an entry.
///
/// @param words by field: its terms with spaces between them, each as often as it occurs
/// @param features by name: their strengths
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record IndexedTerms(Map<String, String> words, Map<String, Float> features, byte[] traits) {
  void add(String field, String term, int times) {
    String more = String.join(" ", java.util.Collections.nCopies(times, term));
    words.merge(field, more, (one, other) -> one + " " + other);
  }
}
