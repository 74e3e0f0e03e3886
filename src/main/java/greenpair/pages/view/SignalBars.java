package greenpair.pages.view;

import greenpair.match.rank.Explanation;
import greenpair.match.settings.Side;
import java.util.List;

/// The parts of a score as bars: the track is as long as the signal's weight, the fill is its
/// contribution, so the lengths add up to the score as the numbers do. A signal that has no weight
/// for the need has no bar.
public final class SignalBars {
  private SignalBars() {}

  /// One bar, in hundredths of the longest track.
  public record Bar(Explanation.Part part, double track, double fill, boolean partner) {}

  public static List<Bar> of(Explanation explanation) {
    double longest =
        explanation.parts().stream().mapToDouble(Explanation.Part::weight).max().orElse(1);
    double scale = longest > 0 ? 100 / longest : 0;
    return explanation.parts().stream()
        .filter(part -> part.weight() > 0)
        .map(
            part ->
                new Bar(
                    part,
                    part.weight() * scale,
                    part.contribution() * scale,
                    part.side() == Side.PARTNER))
        .toList();
  }
}
