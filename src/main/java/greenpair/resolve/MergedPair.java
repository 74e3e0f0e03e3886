package greenpair.resolve;

import java.util.List;

/// A pair of merged parties.
///
/// @param one key of the party that is most like it among those of the group that came before, see
///     [Party.key][greenpair.resolve.name.Party#key()]
public record MergedPair(String one, String two, double bits, List<Evidence> evidence) {
  public MergedPair {
    evidence = List.copyOf(evidence);
  }
}
