package greenpair.resolve;

import java.util.List;

/// Two parties that may be the same; a person should decide.
///
/// @param one key of a party, see [Party.key][greenpair.resolve.name.Party#key()]
public record UncertainPair(String one, String two, double bits, List<MatchWeight> evidence) {
  public UncertainPair {
    evidence = List.copyOf(evidence);
  }
}
