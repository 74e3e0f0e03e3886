package greenpair.pages;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.pages.city.CityPageBuilder;
import greenpair.pages.city.CohortPageBuilder;
import greenpair.pages.city.NeedPage.ListOffset;
import greenpair.pages.city.ProgramNotes;
import greenpair.pages.city.ProgrammePlaces;
import greenpair.pages.entry.EntryPageBuilder;
import greenpair.pages.front.HomePageBuilder;
import greenpair.pages.front.NeedsPageBuilder;
import greenpair.pages.front.NeedsPageBuilder.NeedsPage;
import greenpair.pages.program.BoardPage;
import greenpair.pages.program.ListPages;
import greenpair.pages.program.ProgramPages;
import greenpair.pages.search.SearchPage;
import greenpair.pages.search.SearchPageBuilder;
import greenpair.pages.view.CallerView;
import greenpair.pages.view.Form;
import greenpair.pages.view.Rendering;
import greenpair.pages.view.Table;
import greenpair.pages.view.View;
import greenpair.pages.view.Visit;
import greenpair.search.Search;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every page as the bytes of an HTML document in UTF-8.
public final class Pages {
  private final Rendering rendering;
  private final HomePageBuilder homePages;
  private final NeedsPageBuilder needsPages;
  private final CityPageBuilder cityPages;
  private final EntryPageBuilder entryPages;
  private final SearchPageBuilder searchPages;
  private final CohortPageBuilder cohortPages;
  private final ProgramPages programme;
  private final ListPages lists;

  /// @param zone in which moments are shown
  public Pages(Recommender recommender, Taxonomy taxonomy, ZoneId zone) {
    this.rendering = new Rendering(taxonomy, zone);
    this.homePages = new HomePageBuilder(recommender);
    this.needsPages = new NeedsPageBuilder(taxonomy);
    this.cityPages = new CityPageBuilder(recommender);
    this.entryPages = new EntryPageBuilder(recommender, taxonomy);
    this.searchPages = new SearchPageBuilder(taxonomy);
    this.cohortPages = new CohortPageBuilder(recommender, taxonomy);
    this.programme = new ProgramPages(rendering, recommender);
    this.lists = new ListPages(rendering);
  }

  /// A page whose contents are known.
  ///
  /// @param snapshot the catalog that answers; null if none does
  public byte[] page(String template, Visit visit, Object page, @Nullable Snapshot snapshot) {
    return rendering.page(template, visit, page, snapshot);
  }

  /// Search results, or the front page without a query.
  public byte[] search(
      Visit visit, SearchPageBuilder.Asked asked, Search search, Snapshot snapshot) {
    SearchPage page = searchPages.of(asked, visit, search, snapshot);
    return page.found() == null
        ? rendering.page("front/home", visit, homePages.of(page, search, snapshot), snapshot)
        : rendering.page("search/search", visit, page, snapshot);
  }

  /// The open needs of cities.
  public byte[] needs(Visit visit, NeedsPage.Chosen chosen, Snapshot snapshot) {
    return rendering.page("front/needs", visit, needsPages.of(chosen, snapshot), snapshot);
  }

  public Table needsTable(Visit visit, NeedsPage.Chosen chosen, Snapshot snapshot) {
    return PageTables.needs(rendering.view(visit, snapshot), needsPages.of(chosen, snapshot));
  }

  public Table citiesTable(Visit visit, Snapshot snapshot) {
    return PageTables.cities(rendering.view(visit, snapshot), ProgrammePlaces.cities(snapshot));
  }

  public Table opportunitiesTable(Visit visit, @Nullable City city, int from, Snapshot snapshot) {
    return PageTables.opportunities(
        rendering.view(visit, snapshot), ProgrammePlaces.opportunities(city, from, snapshot));
  }

  public Table cohortTable(Visit visit, int from, Snapshot snapshot) {
    return PageTables.cohort(rendering.view(visit, snapshot), cohortPages.of(from, snapshot));
  }

  /// The first hits of a search, more than its page shows; nothing if nothing is asked.
  public Optional<Table> foundTable(
      Visit visit, SearchPageBuilder.Asked asked, Search search, Snapshot snapshot) {
    SearchPage page = searchPages.first(asked, visit, search, snapshot);
    return page.found() == null
        ? Optional.empty()
        : Optional.of(PageTables.found(rendering.view(visit, snapshot), page));
  }

  /// What was ranked for a need of the catalog, before pins and vetoes; nothing where the city has
  /// no such need.
  public Optional<Table> optionsTable(Visit visit, City city, EntryId need, Snapshot snapshot) {
    return cityPages
        .options(city, need, snapshot)
        .map(lists -> PageTables.options(rendering.view(visit, snapshot), lists));
  }

  public Table boardTable(Visit visit, BoardPage page, Snapshot snapshot) {
    return PageTables.board(rendering.view(visit, snapshot), page);
  }

  /// The cities of the programmes.
  public byte[] cities(Visit visit, Snapshot snapshot) {
    return rendering.page("city/cities", visit, ProgrammePlaces.cities(snapshot), snapshot);
  }

  /// Needs outside all programmes.
  ///
  /// @param city only needs of this city; null for all cities
  /// @param from first one, from 0
  public byte[] opportunities(Visit visit, @Nullable City city, int from, Snapshot snapshot) {
    return rendering.page(
        "city/opportunities", visit, ProgrammePlaces.opportunities(city, from, snapshot), snapshot);
  }

  public ProgramPages programme() {
    return programme;
  }

  /// Lists of one's own.
  public ListPages lists() {
    return lists;
  }

  public byte[] city(Visit visit, City city, ProgramNotes desk, Snapshot snapshot) {
    return rendering.page("city/city", visit, cityPages.of(city, desk, snapshot), snapshot);
  }

  /// One need of a city; empty if the city has no such need.
  ///
  /// @param all the list that is shown in full, `firm`, `financier`, `solution` or `package`; null
  ///     for the beginning of each list
  /// @param from first entry of those that are shown in full, from 0
  public Optional<byte[]> need(
      Visit visit,
      City city,
      EntryId need,
      @Nullable String all,
      int from,
      ProgramNotes desk,
      Snapshot snapshot) {
    return cityPages
        .need(city, need, ListOffset.of(all, from).orElse(null), desk, snapshot)
        .map(page -> rendering.page("need/need", visit, page, snapshot));
  }

  /// A city on two printed pages.
  public byte[] brief(
      Visit visit, City city, ProgramNotes desk, Snapshot snapshot, CallerView disclosure) {
    return rendering.page(
        "city/brief", visit, cityPages.brief(city, desk, snapshot, disclosure), snapshot);
  }

  /// A firm, financier or solution.
  ///
  /// @param from first need that a partner could serve, from 0
  public byte[] entry(
      Visit visit, Entry entry, int from, ProgramNotes desk, Search search, Snapshot snapshot) {
    View view = rendering.view(visit, snapshot);
    return rendering.page(
        "entry/entry", visit, entryPages.of(entry, from, desk, view, search, snapshot), snapshot);
  }

  /// Up to four solutions side by side.
  public byte[] compare(Visit visit, List<String> ids, Search search, Snapshot snapshot) {
    View view = rendering.view(visit, snapshot);
    return rendering.page(
        "entry/compare", visit, entryPages.compare(ids, view, search, snapshot), snapshot);
  }

  /// How well all cities are served.
  ///
  /// @param from first city, from 0
  public byte[] cohort(Visit visit, int from, Snapshot snapshot) {
    return rendering.page("city/cohort", visit, cohortPages.of(from, snapshot), snapshot);
  }

  /// Precomputes the most expensive pages.
  public void prepare(Snapshot snapshot) {
    var _ = homePages.example(snapshot);
    var _ = cohortPages.of(0, snapshot);
  }

  /// What a type of problem means and what to do about it.
  ///
  /// @param type its stable reference, such as `/problems/invalid-request`
  public record ProblemPage(int status, String type, Text title, Text explanation) {}

  /// A page with an error and the next step.
  ///
  /// @param key of the phrases `.title`, `.text`
  /// @param id of a failure, to be found in the server's log; empty if there is none
  public record ErrorPage(int status, String key, String id, List<Form.Fault> faults) {
    public ErrorPage {
      faults = List.copyOf(faults);
    }
  }
}
