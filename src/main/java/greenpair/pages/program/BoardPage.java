package greenpair.pages.program;

import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introductions.StageCount;
import java.time.LocalDate;
import java.util.List;

/// The introductions by stage.
///
/// @param overdue newest first
public record BoardPage(List<Column> columns, List<Introduction> overdue, LocalDate today) {
  public record Column(StageCount count, List<Introduction> newest) {
    public Column {
      newest = List.copyOf(newest);
    }
  }

  public BoardPage {
    columns = List.copyOf(columns);
    overdue = List.copyOf(overdue);
  }

  public int allOverdue() {
    return columns.stream().mapToInt(each -> each.count().overdue()).sum();
  }
}
