/// Terms in English and Chinese texts: which they are, where they occur and what negates them.
///
/// [ConceptFinder] reads a text as codes of the taxonomy; [NearTerms] and [PlainWords] suggest
/// codes for words that are not terms.
package greenpair.concept;
