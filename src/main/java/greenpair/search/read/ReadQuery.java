package greenpair.search.read;

import module java.base;

import greenpair.catalog.Kind;

/// A query as it was read.
///
/// @param concepts what it names, with the rest of its text
/// @param conditions what it says besides its subject
/// @param isName whether an entry of any kind has exactly that name
/// @param begun keys of names of partners that begin with it
/// @param isKindAlone whether it only asks for a kind, perhaps at a place, in a state or of a size
/// @param unmatched words that no searched kind has, as they were written
/// @param left words that say no condition and name no concept, as they were written
/// @param ofConditions characters of what is searched that its conditions stand for
/// @param read these and the characters of concepts and of what no entry has
/// @param known the words of its texts in each kind
public record ReadQuery(
    Interpretation concepts,
    Conditions conditions,
    boolean isName,
    Set<String> begun,
    boolean isKindAlone,
    List<String> unmatched,
    List<String> left,
    BitSet ofConditions,
    BitSet read,
    KnownWords known) {
  /// Whether concepts cover it all.
  public boolean isCovered() {
    return !concepts.named().isEmpty() && concepts.words().isBlank();
  }

  /// What a match has all of: the technologies that it names and the words that are left.
  public List<String> parts() {
    return Stream.concat(
            concepts.named().stream()
                .filter(Interpretation.Named::isNamed)
                .map(Interpretation.Named::written),
            concepts.isNamed() ? left.stream() : Stream.empty())
        .distinct()
        .toList();
  }

  /// The whole query as a name; empty for none. If nothing is left, only a name can be meant.
  public String name() {
    return isName || !(isCovered() || isKindAlone) ? concepts.text().strip() : "";
  }

  /// Whether some of its words are conditions beside a named technology: schools.
  public boolean isConditioned() {
    return !Passages.isPassage(concepts.text().strip())
        && concepts.isNamed()
        && !concepts.words().isBlank();
  }

  /// Whether hits are to meet its conditions; who tells a problem in a sentence, or names no
  /// technology in it, only mentions them.
  public boolean isBound() {
    return conditions.isAny() && !(isSentence() && (concepts.isProblem() || !concepts.isNamed()));
  }

  /// Whether it is a sentence.
  public boolean isSentence() {
    return concepts.isSentence();
  }

  /// Whether it asks for the kind, or for none.
  public boolean isAsked(Kind kind) {
    return concepts.asked().isEmpty() || concepts.asked().contains(kind);
  }

  /// Whether a condition begins or ends between those characters: 德电 of 宁德|电池.
  public boolean isAcross(int start, int end) {
    return ofConditions.get(start) != ofConditions.get(end - 1);
  }

  /// Whether those characters say neither a concept nor a condition.
  public boolean isLeft(int start, int end) {
    return read.nextClearBit(start) < end;
  }
}
