package greenpair.web;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.index.Snapshot;
import greenpair.pages.Assets;
import greenpair.pages.Desk;
import greenpair.pages.Pages;
import greenpair.pages.Visit;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The pages of the catalog: cities, partners, solutions, the cohort, and the files that all pages
/// refer to.
final class PageHandler {
  private static final List<Kind> PARTNERS = List.of(Kind.FIRM, Kind.FINANCIER);
  private static final int MOST_IDS = 20;

  private final PageFrame frame;
  private final Pages pages;
  private final Searches searches;
  private final DeskReading desks;

  /// @param searches what to search with now
  PageHandler(PageFrame frame, Searches searches, DeskReading desks) {
    this.desks = desks;
    this.frame = frame;
    this.pages = frame.pages();
    this.searches = searches;
  }

  private byte[] entry(Context context, Visit visit, Entry entry, Snapshot snapshot) {
    Desk desk = desks.ofEntry(context, entry.kind(), entry.id());
    return pages.entry(
        visit, entry, desk, searches.of(snapshot.configuration()).search(), snapshot);
  }

  void cities(Context context) {
    frame.show(context, (visit, query, snapshot) -> pages.cities(visit, snapshot));
  }

  void city(Context context) {
    frame.show(
        context,
        (visit, query, snapshot) -> {
          City city = (City) PageFrame.inPath(Kind.CITY, context, snapshot);
          Desk desk = desks.ofCity(context, city.id());
          return pages.city(visit, city, PageFrame.id(query.one("need")), desk, snapshot);
        });
  }

  void brief(Context context) {
    frame.show(
        context,
        (visit, query, snapshot) -> {
          City city = (City) PageFrame.inPath(Kind.CITY, context, snapshot);
          return pages.brief(visit, city, desks.ofCity(context, city.id()), snapshot);
        });
  }

  void partner(Context context) {
    frame.show(
        context,
        (visit, query, snapshot) -> {
          Kind kind =
              Kind.of(context.pathParam("kind"))
                  .filter(PARTNERS::contains)
                  .orElseThrow(NoPageException::new);
          return entry(context, visit, PageFrame.inPath(kind, context, snapshot), snapshot);
        });
  }

  void solution(Context context) {
    frame.show(
        context,
        (visit, query, snapshot) ->
            entry(context, visit, PageFrame.inPath(Kind.SOLUTION, context, snapshot), snapshot));
  }

  void compare(Context context) {
    frame.show(
        context,
        (visit, query, snapshot) -> {
          // A form sends ids=a&ids=b, a link may say ids=a,b.
          List<String> ids =
              query.all("ids").stream()
                  .flatMap(each -> Arrays.stream(each.split(",")))
                  .map(String::strip)
                  .filter(each -> !each.isEmpty())
                  .limit(MOST_IDS)
                  .toList();
          return pages.compare(
              visit, ids, searches.of(snapshot.configuration()).search(), snapshot);
        });
  }

  void cohort(Context context) {
    frame.show(
        context,
        (visit, query, snapshot) -> {
          String from = Objects.requireNonNullElse(query.one("from"), "0");
          int first = from.matches("[0-9]{1,8}") ? Integer.parseInt(from) : 0;
          return pages.cohort(visit, first, snapshot);
        });
  }

  void asset(Context context) {
    Assets.Asset asset =
        Assets.of(context.pathParam("name")).orElseThrow(() -> new NoPageException());
    context.contentType(asset.type());
    context.header(Header.CACHE_CONTROL, "public, max-age=" + PageFrame.YEAR + ", immutable");
    context.result(asset.open());
  }
}
