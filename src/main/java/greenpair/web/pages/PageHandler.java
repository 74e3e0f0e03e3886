package greenpair.web.pages;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import greenpair.pages.Pages;
import greenpair.pages.city.ProgramNotes;
import greenpair.pages.view.Assets;
import greenpair.pages.view.Table;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.pages.frame.NoPageException;
import greenpair.web.pages.frame.PageDisclosure;
import greenpair.web.pages.frame.PageFrame;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages of the catalog: cities, partners, solutions, the cohort, and the files that all pages
/// refer to.
///
/// @param engines asked anew for each request
public record PageHandler(
    PageFrame frame, LiveAnswerParts engines, ProgramNotesReader desks, PageDisclosure seeing) {
  private static final int MOST_IDS = 20;

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

  public void cities(Context context) {
    frame.show(
        context,
        (opened, snapshot) -> pages().cities(opened.visit(), snapshot),
        (opened, snapshot) -> pages().citiesTable(opened.visit(), snapshot));
  }

  /// The open needs of cities.
  public void needs(Context context) {
    frame.show(
        context,
        (opened, snapshot) ->
            pages()
                .needs(opened.visit(), word(opened, "sector"), word(opened, "country"), snapshot),
        (opened, snapshot) ->
            pages()
                .needsTable(
                    opened.visit(), word(opened, "sector"), word(opened, "country"), snapshot));
  }

  private static String word(PageFrame.Opened opened, String name) {
    return Objects.requireNonNullElse(opened.query().one(name), "");
  }

  public void city(Context context) {
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
          // An old link to a removed need redirects to its city.
          return Optional.ofNullable(PageFrame.id(opened.query().one("need")))
              .flatMap(need -> pages().need(opened.visit(), city, need, all, from, desk, snapshot))
              .orElseGet(
                  () ->
                      seeing.page(
                          opened.request(),
                          snapshot,
                          view ->
                              pages().city(opened.visit(), (City) view.see(city), desk, snapshot)));
        });
  }

  private Table options(PageFrame.Opened opened, Snapshot snapshot) {
    City city = city(opened, snapshot);
    return Optional.ofNullable(PageFrame.id(opened.query().one("need")))
        .flatMap(need -> pages().optionsTable(opened.visit(), city, need, snapshot))
        .orElseThrow(NoPageException::new);
  }

  public void brief(Context context) {
    frame.show(
        context,
        (opened, snapshot) -> {
          City city = city(opened, snapshot);
          return seeing.page(
              opened.request(),
              snapshot,
              view ->
                  pages()
                      .brief(
                          opened.visit(),
                          (City) view.see(city),
                          desk(opened, city),
                          snapshot,
                          view));
        });
  }

  public void partner(Context context) {
    frame.show(
        context,
        (opened, snapshot) -> {
          Kind kind =
              Kind.of(Objects.requireNonNull(opened.parts().get("kind")))
                  .filter(Kind.PARTNERS::contains)
                  .orElseThrow(NoPageException::new);
          return entry(opened, kind, snapshot);
        });
  }

  public void solution(Context context) {
    frame.show(context, (opened, snapshot) -> entry(opened, Kind.SOLUTION, snapshot));
  }

  public void compare(Context context) {
    frame.show(
        context,
        (opened, snapshot) -> {
          // A form sends ids=a&ids=b, a link may say ids=a,b.
          List<String> ids =
              opened.query().all("ids").stream()
                  .flatMap(each -> Arrays.stream(each.split(",")))
                  .map(String::strip)
                  .filter(each -> !each.isEmpty())
                  .limit(MOST_IDS)
                  .toList();
          return pages()
              .compare(
                  opened.visit(), ids, engines.of(snapshot.configuration()).search(), snapshot);
        });
  }

  public void cohort(Context context) {
    frame.show(
        context,
        (opened, snapshot) -> pages().cohort(opened.visit(), first(opened), snapshot),
        (opened, snapshot) -> pages().cohortTable(opened.visit(), first(opened), snapshot));
  }

  public void opportunities(Context context) {
    frame.show(
        context,
        (opened, snapshot) ->
            pages().opportunities(opened.visit(), asked(opened, snapshot), first(opened), snapshot),
        (opened, snapshot) ->
            pages()
                .opportunitiesTable(
                    opened.visit(), asked(opened, snapshot), first(opened), snapshot));
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

  public void asset(Context context) {
    Assets.Asset asset =
        Assets.of(context.pathParam("name")).orElseThrow(() -> new NoPageException());
    context.contentType(asset.type());
    context.header(Header.CACHE_CONTROL, "public, max-age=" + PageFrame.YEAR + ", immutable");
    context.result(asset.open());
  }
}
