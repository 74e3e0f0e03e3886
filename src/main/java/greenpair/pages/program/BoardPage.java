package greenpair.pages.program;

import greenpair.index.read.Snapshot;
import greenpair.pages.city.ProgramNotes;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introductions.StageCount;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// The introductions by stage.
///
/// @param overdue newest first
public record BoardPage(
    List<Column> columns, List<Introduction> overdue, LocalDate today, ProgramNotes names) {
  public record Column(StageCount count, List<Introduction> newest) {
    public Column {
      newest = List.copyOf(newest);
    }
  }

  public BoardPage {
    columns = List.copyOf(columns);
    overdue = List.copyOf(overdue);
  }

  /// The same with the names of cities and partners.
  public BoardPage named(Snapshot snapshot) {
    Stream<Introduction> all =
        Stream.concat(columns.stream().flatMap(each -> each.newest().stream()), overdue.stream());
    ProgramNotes known = new ProgramNotes(List.of(), all.toList(), List.of()).named(snapshot);
    return new BoardPage(columns, overdue, today, known);
  }

  public int allOverdue() {
    return columns.stream().mapToInt(each -> each.count().overdue()).sum();
  }
}
