package greenpair.web.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.pages.city.ProgramNotes;
import greenpair.pages.program.BoardPage;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introductions;
import greenpair.web.http.ValueParser;
import greenpair.web.input.Ids;
import io.javalin.http.Context;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Introductions of partners to cities, as they are read: lists, single ones, the board by stage.
public record IntroductionHandler(ReadEndpoint reading, Clock clock) {
  private static final Map<String, Introduction.Stage> STAGES =
      ValueParser.words(Introduction.Stage.values());

  /// An introduction as it is shown.
  ///
  /// @param stage current stage; null if it was withdrawn
  /// @param overdue whether its task is past its last day
  public record View(
      String id,
      EntryId city,
      @Nullable EntryId need,
      Kind kind,
      EntryId partner,
      @Nullable EntryId solution,
      Stamp made,
      Introduction.@Nullable Stage stage,
      List<Introduction.Step> steps,
      List<Introduction.Step> withdrawn,
      Introduction.@Nullable Task task,
      boolean overdue)
      implements ReadEndpoint.View {
    static View of(Introduction introduction, LocalDate today) {
      return new View(
          introduction.id(),
          introduction.city(),
          introduction.need(),
          introduction.kind(),
          introduction.partner(),
          introduction.solution(),
          introduction.made(),
          introduction.stage(),
          introduction.steps(),
          introduction.withdrawn(),
          introduction.task(),
          introduction.isOverdue(today));
    }
  }

  private View view(Introduction introduction) {
    return View.of(introduction, LocalDate.now(clock));
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) -> {
          EntryId city = Ids.of(parameters, "city", checks);
          EntryId partner = Ids.of(parameters, "partner", checks);
          Introduction.Stage stage = parameters.choice("stage", STAGES);
          LocalDate overdue = parameters.flag("overdue") ? LocalDate.now(clock) : null;
          Introductions.Selection wanted =
              new Introductions.Selection(city, partner, stage, overdue);
          return (records, caller, before, limit) ->
              records.introductions().list(wanted, before, limit);
        },
        (introduction, caller) -> view(introduction),
        "city",
        "partner",
        "stage",
        "overdue");
  }

  record BoardView(
      Introduction.Stage stage, int introductions, int overdue, Map<String, BigInteger> amounts)
      implements ReadEndpoint.View {}

  public void board(Context context) {
    reading.answer(
        context,
        (parameters, checks) ->
            (records, caller) ->
                ReadEndpoint.Shown.of(
                    records.introductions().board(LocalDate.now(clock)).stream()
                        .map(
                            each ->
                                new BoardView(
                                    each.stage(),
                                    each.introductions(),
                                    each.overdue(),
                                    each.amounts()))
                        .toList(),
                    null));
  }

  /// The introductions by stage and those that are overdue, for a page.
  public BoardPage board(Context context, int most) {
    LocalDate today = LocalDate.now(clock);
    return reading.read(
        context,
        (records, caller) ->
            new BoardPage(
                records.introductions().board(today).stream()
                    .map(each -> new BoardPage.Column(each, at(records, each.stage(), null, most)))
                    .toList(),
                at(records, null, today, most),
                today,
                ProgramNotes.EMPTY));
  }

  private static List<Introduction> at(
      Records records, Introduction.@Nullable Stage stage, @Nullable LocalDate overdue, int most) {
    Introductions.Selection wanted = new Introductions.Selection(null, null, stage, overdue);
    return records.introductions().list(wanted, Page.NEWEST, most).items();
  }

  public void one(Context context) {
    reading.one(context, IntroductionHandler::find, (introduction, caller) -> view(introduction));
  }

  /// Every member of the programme may see every introduction.
  public static Optional<Introduction> find(Records records, Caller caller, String id) {
    return records.introductions().find(id);
  }
}
