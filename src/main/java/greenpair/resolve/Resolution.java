package greenpair.resolve;

import module java.base;

/// The result of entity resolution: which records describe the same organisation.
///
/// @param leaders key of the leader by key of each party that is the same as an earlier one; the
///     leader is the party added first, and is never a key
/// @param doubts pairs for a person to decide, most likely first
/// @param crowded keys that too many parties share to be evidence
public record Resolution(
    Map<String, String> leaders,
    List<ComparedPair> doubts,
    long allDoubts,
    long compared,
    long crowded) {
  public Resolution {
    leaders = Map.copyOf(leaders);
    doubts = List.copyOf(doubts);
  }
}
