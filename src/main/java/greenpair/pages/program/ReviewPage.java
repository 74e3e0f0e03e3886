package greenpair.pages.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One uncertain pair at a time.
///
/// @param pair null if none is left
/// @param from its place among the open ones, from 0
/// @param last the pair that was just answered; null for none
public record ReviewPage(
    @Nullable ReviewPair pair,
    int from,
    int open,
    @Nullable ReviewPair last,
    List<ReviewPair> answered,
    int allAnswered) {
  public ReviewPage {
    answered = List.copyOf(answered);
  }
}
