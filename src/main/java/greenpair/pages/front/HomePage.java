package greenpair.pages.front;

import greenpair.catalog.City;
import greenpair.catalog.Need;
import greenpair.match.reason.Answer;
import greenpair.pages.search.SearchPage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The front page: what Greenpair is, for whom, how proof works, and links for three kinds of
/// visitor.
///
/// @param example how a case proves a partner; null if the catalog proves none
public record HomePage(SearchPage search, Figures figures, @Nullable Example example) {
  /// The amount of data behind the answers, counted in the index.
  ///
  /// @param cities number of participating cities, or of all without a programme
  /// @param needs of those cities that are still to be met
  /// @param cases all recorded projects, whatever their outcome
  /// @param documented those of them with grade A or B
  public record Figures(
      long cities,
      long needs,
      long cases,
      long documented,
      long firms,
      long financiers,
      long solutions,
      Instant created) {}

  /// A need with the firm that comes first for it and the case that proves the firm.
  public record Example(City city, Need need, Answer.Recommendation firm, Answer.Case proof) {}
}
