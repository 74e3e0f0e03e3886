package greenpair.concept;

import module java.base;

/// Exceptions for terms whose spelling is ambiguous.
///
/// @param caseKept short forms that name a concept only in capitals
/// @param beside short forms that name a concept only near another term of the taxonomy
/// @param negations words that negate the term after them, such as "without" and "不要"
/// @param notNegations phrases that begin like a negation but are not one, such as "not only" and
///     "非常"
/// @param spelling converts a text to the spelling of terms, at the same length, for example
///     Traditional to Simplified characters
public record TermRules(
    Set<String> caseKept,
    Set<String> beside,
    List<String> negations,
    List<String> notNegations,
    UnaryOperator<String> spelling) {
  public TermRules {
    caseKept = Set.copyOf(caseKept);
    beside = Set.copyOf(beside);
    negations = List.copyOf(negations);
    notNegations = List.copyOf(notNegations);
  }

  /// Every term counts wherever it occurs, but those in capitals only in capitals.
  public static TermRules ofCase(Set<String> caseKept) {
    return new TermRules(caseKept, Set.of(), List.of(), List.of(), UnaryOperator.identity());
  }
}
