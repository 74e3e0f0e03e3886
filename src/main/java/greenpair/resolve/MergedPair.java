package greenpair.resolve;

import java.util.List;

/// A pair of merged parties.
///
/// @param one key of the most similar earlier party of the group, see
///     [Party.key][greenpair.resolve.name.Party#key()]
public record MergedPair(String one, String two, double bits, List<MatchWeight> evidence) {
  public MergedPair {
    evidence = List.copyOf(evidence);
  }
}
