package greenpair.cli.program;

import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.TextTable;
import greenpair.program.ProgramStore;
import greenpair.program.database.Page;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introductions;
import greenpair.program.introduction.StageCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "board", mixinStandardHelpOptions = true)
final class ProgramBoardCommand implements Callable<Integer> {
  @Mixin private ProgramPlace place = new ProgramPlace();
  @Mixin private JsonOption json = new JsonOption();

  private record Document(List<StageCount> stages, List<Introduction> overdue) {}

  @Override
  public Integer call() {
    LocalDate today = LocalDate.now(place.zone());
    try (ProgramStore store = place.store()) {
      List<StageCount> stages = store.read(all -> all.introductions().board(today));
      Introductions.Selection late = new Introductions.Selection(null, null, null, today);
      List<Introduction> overdue =
          store
              .read(all -> all.introductions().list(late, Page.NEWEST, Integer.MAX_VALUE - 1))
              .items();
      json.print(new Document(stages, overdue), text(stages, overdue));
    }
    return Exit.OK;
  }

  private static String text(List<StageCount> stages, List<Introduction> overdue) {
    TextTable table = new TextTable("stage", "introductions", "overdue", "sums");
    for (StageCount each : stages) {
      table.row(
          each.stage().name().toLowerCase(Locale.ROOT),
          each.introductions(),
          each.overdue(),
          each.amounts().entrySet().stream()
              .map(sum -> sum.getKey() + " " + sum.getValue())
              .collect(Collectors.joining(", ")));
    }
    if (overdue.isEmpty()) {
      return table.toString();
    }
    TextTable late = new TextTable("overdue", "city", "partner", "responsible", "due");
    for (Introduction each : overdue) {
      Introduction.Task task = Objects.requireNonNull(each.task());
      late.row(
          each.id(), each.city(), each.partner(), task.responsible(), String.valueOf(task.due()));
    }
    return table + "\n" + late;
  }
}
