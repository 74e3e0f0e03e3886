package greenpair.match.past;

import greenpair.match.rank.Ranked;
import java.util.List;

/// A choice among candidates, of which the first was chosen. They may be candidates for different
/// needs: of those to whom cities were introduced, some got further than others.
///
/// @param candidates at least two
public record Choice(List<Ranked> candidates) {
  public Choice {
    candidates = List.copyOf(candidates);
    if (candidates.size() < 2) {
      throw new IllegalArgumentException(
          "candidates must be at least 2, but were " + candidates.size());
    }
  }
}
