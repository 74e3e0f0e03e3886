package greenpair.resolve;

import module java.base;

/// Two parties and what was compared: they are one, or a person should decide.
///
/// @param one key of a party, see [Party.key][greenpair.resolve.name.Party#key()]; of merged ones
///     the most similar earlier party of the group
public record ComparedPair(String one, String two, double bits, List<Weight> evidence) {
  public ComparedPair {
    evidence = List.copyOf(evidence);
  }

  /// Bits by fact.
  public Map<String, Double> byFact() {
    Map<String, Double> bits = new LinkedHashMap<>();
    evidence.forEach(each -> bits.put(each.fact(), each.bits()));
    return bits;
  }

  /// The evidence of one fact about two parties.
  ///
  /// @param fact such as `name` or `website`
  /// @param bits above 0 in favour of the same firm, below 0 against
  public record Weight(String fact, double bits) {}
}
