package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.read.Snapshot;
import greenpair.match.Gaps;
import greenpair.match.Recommender;
import greenpair.match.Request;
import greenpair.match.explain.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Asks what the pages of a city show.
public final class CityPages {
  private static final int FIRMS = 8;
  private static final int OTHERS = 5;
  private static final int PACKAGES = 3;

  /// As many as there are to choose from once some are ruled out.
  private static final int RANKED_PACKAGES = 50;

  /// Needs that fit on two printed pages.
  private static final int BRIEF_NEEDS = 5;

  private final Recommender recommender;

  public CityPages(Recommender recommender) {
    this.recommender = recommender;
  }

  public CityPage of(City city, @Nullable EntryId need, ProgrammeNotes written, Snapshot snapshot) {
    ProgrammeNotes desk = written.named(snapshot);
    List<CityPage.Row> rows = rows(city, snapshot);
    return new CityPage(
        city,
        rows,
        ProgrammePlaces.opportunities(city, snapshot),
        chosen(city, rows, need, desk, snapshot),
        desk);
  }

  /// The need that the address names, of the catalog or typed in, or else the first one.
  private CityPage.@Nullable Chosen chosen(
      City city,
      List<CityPage.Row> rows,
      @Nullable EntryId named,
      ProgrammeNotes desk,
      Snapshot snapshot) {
    for (CityPage.Row row : rows) {
      if (row.need().id().equals(named)) {
        return chosen(city, row.need(), desk, snapshot);
      }
    }
    for (Need need : named == null ? List.<Need>of() : snapshot.needs(city.id())) {
      if (need.id().equals(named)) {
        return chosen(city, need, desk, snapshot);
      }
    }
    ProgrammeNotes.Draft draft = desk.typedIn(named).orElse(null);
    if (draft != null && draft.need() != null) {
      return typedIn(city, draft, draft.need(), desk, snapshot);
    }
    return rows.isEmpty() ? null : chosen(city, rows.getFirst().need(), desk, snapshot);
  }

  public BriefPage brief(City city, ProgrammeNotes written, Snapshot snapshot) {
    ProgrammeNotes desk = written.named(snapshot);
    List<CityPage.Row> rows = rows(city, snapshot);
    List<BriefPage.Item> items = new ArrayList<>();
    for (CityPage.Row row : rows.subList(0, Math.min(BRIEF_NEEDS, rows.size()))) {
      items.add(new BriefPage.Item(row, chosen(city, row.need(), desk, snapshot)));
    }
    return new BriefPage(
        city, items, rows.size() - items.size(), snapshot.manifest().created(), desk);
  }

  private List<CityPage.Row> rows(City city, Snapshot snapshot) {
    List<Need> needs = snapshot.ownNeeds(city.id());
    List<Gaps.Coverage> coverage = recommender.coverage(needs, snapshot);
    List<CityPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < needs.size(); i++) {
      rows.add(new CityPage.Row(needs.get(i), coverage.get(i)));
    }
    return rows;
  }

  private CityPage.Chosen chosen(City city, Need need, ProgrammeNotes desk, Snapshot snapshot) {
    int packages = desk.remarks().isEmpty() ? PACKAGES : RANKED_PACKAGES;
    return chosen(
        city,
        need,
        null,
        (kind, limit) -> Request.ofNeed(kind, need.city(), need.id(), limit),
        Offers.of(recommender.packages(need.id(), packages, snapshot), PACKAGES, desk),
        desk,
        snapshot);
  }

  private CityPage.Chosen typedIn(
      City city, ProgrammeNotes.Draft draft, Need need, ProgrammeNotes desk, Snapshot snapshot) {
    return chosen(
        city,
        need,
        draft,
        (kind, limit) -> Request.ofTypedIn(kind, need, limit),
        null,
        desk,
        snapshot);
  }

  private CityPage.Chosen chosen(
      City city,
      Need need,
      ProgrammeNotes.@Nullable Draft draft,
      BiFunction<Kind, Integer, Request> asking,
      @Nullable Offers packages,
      ProgrammeNotes desk,
      Snapshot snapshot) {
    Answer firms = recommender.recommend(asking.apply(Kind.FIRM, FIRMS), snapshot);
    Answer financiers = recommender.recommend(asking.apply(Kind.FINANCIER, OTHERS), snapshot);
    Answer solutions = recommender.recommend(asking.apply(Kind.SOLUTION, OTHERS), snapshot);
    return new CityPage.Chosen(
        need,
        draft,
        Shortlist.of(firms, desk, need.id()),
        Shortlist.of(financiers, desk, need.id()),
        Shortlist.of(solutions, desk, need.id()),
        packages,
        Evidence.of(city, List.of(firms, financiers, solutions), snapshot));
  }
}
