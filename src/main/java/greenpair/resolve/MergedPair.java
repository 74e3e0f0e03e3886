package greenpair.resolve;

import java.util.List;

/// A pair of merged parties.
///
/// @param one key of the party that is most like it among those of the group that came before, see
///     [Party#key()]
/// @param two key of a party of the group
/// @param bits the sum of the evidence
public record MergedPair(String one, String two, double bits, List<Evidence> evidence) {
  public MergedPair {
    evidence = List.copyOf(evidence);
  }
}
