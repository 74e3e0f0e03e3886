package greenpair.web.pages;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.contract.Facet;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.Pages;
import greenpair.pages.city.ProgramNotes;
import greenpair.pages.front.NeedsPageBuilder.NeedsPage;
import greenpair.pages.view.Assets;
import greenpair.pages.view.Table;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.http.Faults;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageFrame;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The pages of the catalog: cities, partners, solutions, the cohort, and the files that all pages
/// refer to.
///
/// @param engines asked anew for each request
public record PageHandler(
    PageFrame frame,
    LiveAnswerParts engines,
    Taxonomy taxonomy,
    ProgramNotesReader desks,
    EntryDisclosure seeing) {
  private static final int MOST_IDS = 20;

  public List<Route> routes() {
    String city = "/cities/{id}";
    return List.of(
        table(
            "/needs",
            (opened, snapshot) -> pages().needs(opened.visit(), chosen(opened), snapshot),
            (opened, snapshot) -> pages().needsTable(opened.visit(), chosen(opened), snapshot)),
        table(
            "/cities",
            (opened, snapshot) -> pages().cities(opened.visit(), snapshot),
            (opened, snapshot) -> pages().citiesTable(opened.visit(), snapshot)),
        Route.get(city, Access.READ, this::city),
        page(city + "/brief", this::brief),
        page("/partners/{kind}/{id}", this::partner),
        page("/solutions/{id}", (opened, snapshot) -> entry(opened, Kind.SOLUTION, snapshot)),
        page("/compare", this::compare),
        table(
            "/opportunities",
            (opened, snapshot) ->
                pages()
                    .opportunities(
                        opened.visit(), asked(opened, snapshot), first(opened), snapshot),
            (opened, snapshot) ->
                pages()
                    .opportunitiesTable(
                        opened.visit(), asked(opened, snapshot), first(opened), snapshot)),
        table(
            "/cohort",
            (opened, snapshot) -> pages().cohort(opened.visit(), first(opened), snapshot),
            (opened, snapshot) -> pages().cohortTable(opened.visit(), first(opened), snapshot)),
        Route.get("/assets/{name}", Access.OPEN, this::asset));
  }

  private Route page(String path, PageFrame.Making making) {
    return Route.get(path, Access.READ, context -> frame.show(context, making));
  }

  private Route table(String path, PageFrame.Making making, PageFrame.Tabling tabling) {
    return Route.get(path, Access.READ, context -> frame.show(context, making, tabling));
  }

  private Pages pages() {
    return frame.pages();
  }

  private byte[] entry(PageFrame.Opened opened, Kind kind, Snapshot snapshot) {
    Entry entry = opened.inPath(kind, snapshot);
    ProgramNotes desk = opened.desk(context -> desks.ofEntry(context, kind, entry.id()));
    return seeing.page(
        opened.request(),
        snapshot,
        view ->
            pages()
                .entry(
                    opened.visit(),
                    view.see(entry),
                    first(opened),
                    desk,
                    engines.of(snapshot.configuration()).search(),
                    snapshot));
  }

  private static City city(PageFrame.Opened opened, Snapshot snapshot) {
    return (City) opened.inPath(Kind.CITY, snapshot);
  }

  private ProgramNotes desk(PageFrame.Opened opened, City city) {
    return opened.desk(context -> desks.ofCity(context, city.id()));
  }

  private NeedsPage.Chosen chosen(PageFrame.Opened opened) {
    ValueParser checks = new ValueParser(new Faults(), taxonomy);
    String sector = opened.query().one("sector");
    String country = opened.query().one("country");
    if (sector != null) {
      var _ = checks.choice("sector", sector, sectors());
    }
    if (country != null) {
      var _ = checks.facet(Facet.COUNTRY, country);
    }
    checks.faults().throwIfAny();
    return new NeedsPage.Chosen(
        Objects.requireNonNullElse(sector, ""), Objects.requireNonNullElse(country, ""));
  }

  private Map<String, Code> sectors() {
    return taxonomy.concepts().stream()
        .filter(each -> each.parent() == null)
        .map(Concept::code)
        .collect(Collectors.toMap(Code::value, each -> each));
  }

  private void city(Context context) {
    String named = context.queryParam("need");
    if (named != null && frame.sendsTable(context, this::options)) {
      return;
    }
    frame.show(
        context,
        (opened, snapshot) -> {
          City city = city(opened, snapshot);
          ProgramNotes desk = desk(opened, city);
          String all = opened.query().one("all");
          int from = first(opened);
          String need = opened.query().one("need");
          return need == null
              ? seeing.page(
                  opened.request(),
                  snapshot,
                  view -> pages().city(opened.visit(), (City) view.see(city), desk, snapshot))
              : Optional.ofNullable(PageFrame.id(need))
                  .flatMap(id -> pages().need(opened.visit(), city, id, all, from, desk, snapshot))
                  .orElseThrow(() -> noNeed(need, city));
        });
  }

  /// Its page would look like that of the city.
  private static RefusedException noNeed(String need, City city) {
    return RefusedException.invalid(
        "need",
        need,
        Message.of("check.need_of_city", "city", city.id()),
        Message.of("next.correct_or_leave_out"));
  }

  private Table options(PageFrame.Opened opened, Snapshot snapshot) {
    City city = city(opened, snapshot);
    return Optional.ofNullable(PageFrame.id(opened.query().one("need")))
        .flatMap(need -> pages().optionsTable(opened.visit(), city, need, snapshot))
        .orElseThrow(NoPageException::new);
  }

  private byte[] brief(PageFrame.Opened opened, Snapshot snapshot) {
    City city = city(opened, snapshot);
    return seeing.page(
        opened.request(),
        snapshot,
        view ->
            pages()
                .brief(opened.visit(), (City) view.see(city), desk(opened, city), snapshot, view));
  }

  private byte[] partner(PageFrame.Opened opened, Snapshot snapshot) {
    Kind kind =
        Kind.of(Objects.requireNonNull(opened.parts().get("kind")))
            .filter(Kind.PARTNERS::contains)
            .orElseThrow(NoPageException::new);
    return entry(opened, kind, snapshot);
  }

  private byte[] compare(PageFrame.Opened opened, Snapshot snapshot) {
    // A form sends ids=a&ids=b, a link may say ids=a,b.
    List<String> ids =
        opened.query().all("ids").stream()
            .flatMap(each -> Arrays.stream(each.split(",")))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .limit(MOST_IDS)
            .toList();
    return pages()
        .compare(opened.visit(), ids, engines.of(snapshot.configuration()).search(), snapshot);
  }

  /// The city that the query names; null for all.
  private static @Nullable City asked(PageFrame.Opened opened, Snapshot snapshot) {
    EntryId id = PageFrame.id(opened.query().one("city"));
    return id == null
        ? null
        : (City) snapshot.entry(Kind.CITY, id).orElseThrow(NoPageException::new);
  }

  /// The place of the first line that is shown, from 0.
  private static int first(PageFrame.Opened opened) {
    String from = Objects.requireNonNullElse(opened.query().one("from"), "0");
    return from.matches("[0-9]{1,8}") ? Integer.parseInt(from) : 0;
  }

  private void asset(Context context) {
    Assets.Asset asset =
        Assets.of(context.pathParam("name")).orElseThrow(() -> new NoPageException());
    context.contentType(asset.type());
    context.header(Header.CACHE_CONTROL, "public, max-age=" + PageFrame.YEAR + ", immutable");
    context.result(asset.open());
  }
}
