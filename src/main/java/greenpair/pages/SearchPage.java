package greenpair.pages;

import greenpair.catalog.City;
import greenpair.catalog.Kind;
import greenpair.match.Answer;
import greenpair.match.Hits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The search, which is also the front page.
///
/// @param asked what was typed; empty for nothing
/// @param kind the only kind that is wanted; null for all
/// @param sectors the roots of the taxonomy, as ways in
/// @param cities to choose the own one from
/// @param home the city that is remembered; null for none
/// @param isNear whether only what was done in the own city is wanted
/// @param hits null when nothing was asked
public record SearchPage(
    String asked,
    @Nullable Kind kind,
    List<Answer.NamedCode> technologies,
    List<Answer.NamedCode> sectors,
    List<City> cities,
    @Nullable City home,
    boolean isNear,
    @Nullable Hits hits) {
  /// Kinds that the search finds.
  static final List<Kind> KINDS = List.of(Kind.SOLUTION, Kind.FIRM, Kind.FINANCIER);

  public List<Kind> kinds() {
    return KINDS;
  }

  public boolean isHome(City city) {
    return home != null && home.id().equals(city.id());
  }

  public boolean isEmpty() {
    return hits != null && hits.hits().isEmpty();
  }

  /// Whether there is anything to compare.
  public boolean hasSolutions() {
    return hits != null && hits.hits().stream().anyMatch(hit -> hit.kind() == Kind.SOLUTION);
  }
}
