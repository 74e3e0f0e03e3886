package greenpair.web.program;

import module java.base;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.pages.program.BoardPage;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introductions;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Introductions of partners to cities, as they are read: lists, single ones, the board by stage.
public record IntroductionHandler(ReadEndpoint reading, Clock clock) {
  /// An introduction as it is shown.
  ///
  /// @param stage current stage; null if it was withdrawn
  /// @param overdue whether its task is past its last day
  public record IntroductionView(
      @JsonUnwrapped Introduction introduction,
      Introduction.@Nullable Stage stage,
      boolean overdue) {
    static IntroductionView of(Introduction introduction, LocalDate today) {
      return new IntroductionView(
          introduction, introduction.stage(), introduction.isOverdue(today));
    }
  }

  private IntroductionView view(Introduction introduction) {
    return IntroductionView.of(introduction, LocalDate.now(clock));
  }

  /// Which introductions a list shows.
  record Selection(
      @Rules.Known(value = Kind.CITY, drafts = true) @Nullable EntryId city,
      @Rules.Known({Kind.FINANCIER, Kind.EXPERT, Kind.FIRM}) @Nullable EntryId partner,
      Introduction.@Nullable Stage stage,
      boolean overdue) {}

  public List<Route> routes() {
    return List.of(
        reading.listRoute(
            "introductions",
            "/api/v1/introductions",
            Access.MEMBER,
            Selection.class,
            IntroductionView.class,
            this::list),
        reading.oneRoute(
            "introduction",
            "/api/v1/introductions/{id}",
            Access.MEMBER,
            IntroductionView.class,
            (records, caller, id) -> find(records, caller, id).map(this::view)),
        Route.get("/api/v1/board", Access.MEMBER, this::board)
            .asAll("board", Introductions.StageCount.class));
  }

  private Page<IntroductionView> list(
      Selection wanted, Records records, Caller caller, long before, int limit) {
    LocalDate overdue = wanted.overdue() ? LocalDate.now(clock) : null;
    Introductions.Selection selection =
        new Introductions.Selection(wanted.city(), wanted.partner(), wanted.stage(), overdue);
    return records.introductions().list(selection, before, limit).map(this::view);
  }

  private void board(Context context) {
    reading.answer(
        context,
        Request.Nothing.class,
        (nothing, records, caller) ->
            new ReadEndpoint.Items<>(records.introductions().board(LocalDate.now(clock)), null));
  }

  /// The introductions by stage and those that are overdue, for a page.
  public BoardPage board(Context context, int most) {
    LocalDate today = LocalDate.now(clock);
    Introductions.Selection late = new Introductions.Selection(null, null, null, today);
    return reading.read(
        context,
        (records, caller) -> {
          List<Introduction> newest = records.introductions().newest(most);
          List<Introductions.StageCount> counts = records.introductions().board(today);
          boolean isAnyLate = counts.stream().anyMatch(each -> each.overdue() > 0);
          return new BoardPage(
              counts.stream()
                  .map(
                      count ->
                          new BoardPage.Column(
                              count,
                              newest.stream()
                                  .filter(each -> each.stage() == count.stage())
                                  .toList()))
                  .toList(),
              isAnyLate ? records.introductions().list(late, Page.NEWEST, most).items() : List.of(),
              today);
        });
  }

  /// Every member of the programme may see every introduction.
  public static Optional<Introduction> find(Records records, Caller caller, String id) {
    return records.introductions().find(id);
  }
}
