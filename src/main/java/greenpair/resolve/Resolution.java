package greenpair.resolve;

import java.util.List;
import java.util.Map;

/// The result of entity resolution: which records describe the same organisation.
///
/// @param leaders key of the leader by key of each party that is one with an earlier one; a leader
///     is the party that was added first, and is never a key
/// @param doubts pairs for a person to decide, the likeliest first
/// @param crowded keys that too many parties share to be evidence
public record Resolution(
    Map<String, String> leaders, List<Doubt> doubts, long allDoubts, long compared, long crowded) {
  public Resolution {
    leaders = Map.copyOf(leaders);
    doubts = List.copyOf(doubts);
  }
}
