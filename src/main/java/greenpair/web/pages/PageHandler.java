package greenpair.web.pages;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.Pages;
import greenpair.pages.Pages.Content;
import greenpair.pages.city.BriefPage;
import greenpair.pages.city.CityPage;
import greenpair.pages.city.CityPageBuilder;
import greenpair.pages.city.NeedPage.ListOffset;
import greenpair.pages.city.ProgramNotes;
import greenpair.pages.city.ProgrammePlaces;
import greenpair.pages.entry.EntryPage;
import greenpair.pages.entry.EntryPageBuilder;
import greenpair.pages.front.NeedsPageBuilder;
import greenpair.pages.front.NeedsPageBuilder.NeedsPage;
import greenpair.pages.view.Assets;
import greenpair.pages.view.PageText;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.searches.SearchLog;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/// The pages of the catalog: cities, partners, solutions, the cohort, and the files that all pages
/// refer to.
public record PageHandler(
    PageFrame frame, ProgramNotesReader notesReader, EntryDisclosure disclosure, SearchLog log) {
  private static final int MOST_IDS = 20;

  /// What needs are narrowed to; empty for all.
  private record Narrowed(@Rules.Default("") String sector, @Rules.Default("") String country)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      check(Facet.SECTOR, sector, fields);
      check(Facet.COUNTRY, country, fields);
    }

    private static void check(Facet facet, String word, BodyFields fields) {
      if (!word.isEmpty()) {
        var _ = fields.checks().facet(facet, word);
      }
    }
  }

  private record OfCity(@Nullable EntryId city) {}

  public List<Route> routes() {
    String city = "/cities/{id}";
    return List.of(
        page(
            "/needs",
            (opened, snapshot) ->
                new Content(
                    "front/needs", NeedsPageBuilder.of(chosen(opened, snapshot), snapshot))),
        page(
            "/cities",
            (opened, snapshot) -> new Content("city/cities", ProgrammePlaces.cities(snapshot))),
        page(city, this::cityOrNeed),
        page(city + "/brief", this::brief),
        page("/partners/{kind}/{id}", this::partner),
        page("/solutions/{id}", (opened, snapshot) -> entry(opened, Kind.SOLUTION, snapshot)),
        page("/compare", this::compare),
        page(
            "/opportunities",
            (opened, snapshot) ->
                new Content(
                    "city/opportunities",
                    ProgrammePlaces.opportunities(
                        asked(opened, snapshot), opened.query().first(), snapshot))),
        page(
            "/cohort",
            (opened, snapshot) ->
                new Content("city/cohort", pages().cohort().of(opened.query().first(), snapshot))),
        Route.get("/assets/{name}", Access.OPEN, this::asset));
  }

  private Route page(String path, PageFrame.CatalogPage making) {
    return Route.get(
        path,
        Access.READ,
        context -> {
          frame.showCatalogPage(context, making);
          log.opened(context);
        });
  }

  private Pages pages() {
    return frame.pages();
  }

  private Content entry(PageFrame.Opened opened, Kind kind, Snapshot snapshot) {
    Entry entry = opened.inPath(kind, snapshot);
    ProgramNotes notes = opened.notes(context -> notesReader.ofEntry(context, kind, entry.id()));
    EntryPage page =
        disclosure.page(
            opened.request(),
            snapshot,
            view -> entries(opened, snapshot).of(view.see(entry), opened.query().first(), notes));
    return new Content("entry/entry", page);
  }

  private EntryPageBuilder entries(PageFrame.Opened opened, Snapshot snapshot) {
    PageText view = pages().view(opened.visit(), snapshot);
    return new EntryPageBuilder(
        frame.answerParts().recommender(snapshot), frame.search(snapshot), view, snapshot);
  }

  private CityPageBuilder cities(City city, PageFrame.Opened opened, Snapshot snapshot) {
    ProgramNotes notes = opened.notes(context -> notesReader.ofCity(context, city.id()));
    return new CityPageBuilder(frame.answerParts().recommender(snapshot), notes, snapshot);
  }

  private static City city(PageFrame.Opened opened, Snapshot snapshot) {
    return (City) opened.inPath(Kind.CITY, snapshot);
  }

  private NeedsPage.Chosen chosen(PageFrame.Opened opened, Snapshot snapshot) {
    Narrowed narrowed = opened.query().bind(Narrowed.class, snapshot.taxonomy());
    return new NeedsPage.Chosen(narrowed.sector(), narrowed.country());
  }

  private Content cityOrNeed(PageFrame.Opened opened, Snapshot snapshot) {
    City city = city(opened, snapshot);
    String need = opened.query().one("need");
    CityPageBuilder builder = cities(city, opened, snapshot);
    if (need == null) {
      CityPage page =
          disclosure.page(opened.request(), snapshot, view -> builder.of((City) view.see(city)));
      return new Content("city/city", page);
    }
    Optional<EntryId> id = EntryId.parse(need);
    Optional<Kind> all = opened.query().choice("all", ListOffset.WORDS);
    ListOffset offset =
        all == null ? null : new ListOffset(all.orElse(null), opened.query().first());
    return id.flatMap(each -> builder.need(city, each, offset))
        .map(page -> new Content("need/need", page))
        .orElseThrow(() -> noNeed(need, city));
  }

  /// Its page would look like that of the city.
  private static RefusedException noNeed(String need, City city) {
    return RefusedException.invalid(
        "need",
        need,
        Message.of("check.need_of_city", "city", city.id()),
        Message.of("next.correct_or_leave_out"));
  }

  private Content brief(PageFrame.Opened opened, Snapshot snapshot) {
    City city = city(opened, snapshot);
    CityPageBuilder builder = cities(city, opened, snapshot);
    BriefPage page =
        disclosure.page(
            opened.request(), snapshot, view -> builder.brief((City) view.see(city), view));
    return new Content("city/brief", page);
  }

  private Content partner(PageFrame.Opened opened, Snapshot snapshot) {
    Kind kind =
        Kind.of(Objects.requireNonNull(opened.parts().get("kind")))
            .filter(Kind.PARTNERS::contains)
            .orElseThrow(NoPageException::new);
    return entry(opened, kind, snapshot);
  }

  private Content compare(PageFrame.Opened opened, Snapshot snapshot) {
    // A form sends ids=a&ids=b, a link may say ids=a,b.
    List<String> ids =
        opened.query().all("ids").stream()
            .flatMap(each -> Arrays.stream(each.split(",")))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .limit(MOST_IDS)
            .toList();
    return new Content("entry/compare", entries(opened, snapshot).compare(ids));
  }

  /// The city that the query names; null for all.
  private static @Nullable City asked(PageFrame.Opened opened, Snapshot snapshot) {
    EntryId id = opened.query().bind(OfCity.class).city();
    return id == null
        ? null
        : (City) snapshot.entry(Kind.CITY, id).orElseThrow(NoPageException::new);
  }

  private void asset(Context context) {
    Assets.Asset asset =
        Assets.of(context.pathParam("name")).orElseThrow(() -> new NoPageException());
    context.contentType(asset.type());
    context.header(Header.CACHE_CONTROL, "public, max-age=" + PageFrame.YEAR + ", immutable");
    context.result(asset.text());
  }
}
