/// Terms in texts of two languages: what they are, where they stand and what negates them.
///
/// [ConceptFinder] reads a text as codes of the taxonomy; [NearTerms] and [PlainWords] suggest
/// codes for words that are no terms.
@NullMarked
package greenpair.language;

import org.jspecify.annotations.NullMarked;
