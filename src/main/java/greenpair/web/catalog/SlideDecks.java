package greenpair.web.catalog;

import greenpair.catalog.City;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.pages.Pages;
import greenpair.pages.view.Visit;
import java.time.ZoneId;
import java.util.List;

/// Decks of slides as PPTX, for the API and the command line.
public final class SlideDecks {
  /// Cities of one deck: each of their needs takes two rankings.
  public static final int MOST = 30;

  private final Pages pages;

  /// @param zone in which moments are shown
  public SlideDecks(Recommender recommender, Taxonomy taxonomy, ZoneId zone) {
    this.pages = new Pages(recommender, taxonomy, zone);
  }

  /// The cities of the programmes, or all if there is none.
  ///
  /// @param from first one, from 0
  public static List<City> cities(int from, Snapshot snapshot) {
    return snapshot.participants(from, MOST);
  }

  public byte[] of(List<City> cities, Language language, boolean isCheckedOnly, Snapshot snapshot) {
    return pages.deck(new Visit(language, "/", "", null, null, isCheckedOnly), cities, snapshot);
  }
}
