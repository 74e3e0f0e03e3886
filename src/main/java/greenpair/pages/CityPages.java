package greenpair.pages;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.Snapshot;
import greenpair.match.Answer;
import greenpair.match.Gaps;
import greenpair.match.Recommender;
import greenpair.match.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks what the pages of a city show.
final class CityPages {
  private static final int FIRMS = 8;
  private static final int OTHERS = 5;
  private static final int PACKAGES = 3;

  /// As many as there are to choose from once some are ruled out.
  private static final int RANKED_PACKAGES = 50;

  /// Needs that fit on two printed pages.
  private static final int BRIEF_NEEDS = 5;

  private final Recommender recommender;

  CityPages(Recommender recommender) {
    this.recommender = recommender;
  }

  CityPage of(City city, @Nullable EntryId need, Desk written, Snapshot snapshot) {
    Desk desk = written.named(snapshot);
    List<CityPage.Row> rows = rows(city, snapshot);
    CityPage.Row chosen =
        rows.stream()
            .filter(each -> each.need().id().equals(need))
            .findFirst()
            .orElse(rows.isEmpty() ? null : rows.getFirst());
    return new CityPage(
        city, rows, chosen == null ? null : chosen(city, chosen.need(), desk, snapshot), desk);
  }

  BriefPage brief(City city, Desk written, Snapshot snapshot) {
    Desk desk = written.named(snapshot);
    List<CityPage.Row> rows = rows(city, snapshot);
    List<BriefPage.Item> items = new ArrayList<>();
    for (CityPage.Row row : rows.subList(0, Math.min(BRIEF_NEEDS, rows.size()))) {
      items.add(new BriefPage.Item(row, chosen(city, row.need(), desk, snapshot)));
    }
    return new BriefPage(
        city, items, rows.size() - items.size(), snapshot.manifest().created(), desk);
  }

  private List<CityPage.Row> rows(City city, Snapshot snapshot) {
    List<Need> needs = snapshot.needs(city.id());
    List<Gaps.Coverage> coverage = recommender.coverage(needs, snapshot);
    List<CityPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < needs.size(); i++) {
      rows.add(new CityPage.Row(needs.get(i), coverage.get(i)));
    }
    return rows;
  }

  private CityPage.Chosen chosen(City city, Need need, Desk desk, Snapshot snapshot) {
    Answer firms = answer(Kind.FIRM, need, FIRMS, snapshot);
    Answer financiers = answer(Kind.FINANCIER, need, OTHERS, snapshot);
    Answer solutions = answer(Kind.SOLUTION, need, OTHERS, snapshot);
    return new CityPage.Chosen(
        need,
        Shortlist.of(firms, desk, need.id()),
        Shortlist.of(financiers, desk, need.id()),
        Shortlist.of(solutions, desk, need.id()),
        Offers.of(recommender.packages(need.id(), RANKED_PACKAGES, snapshot), PACKAGES, desk),
        Evidence.of(city, List.of(firms, financiers, solutions), snapshot));
  }

  private Answer answer(Kind kind, Need need, int limit, Snapshot snapshot) {
    return recommender.recommend(Request.ofNeed(kind, need.city(), need.id(), limit), snapshot);
  }
}
