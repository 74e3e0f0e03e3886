package greenpair.pages.view;

import greenpair.catalog.Grade;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Cases by year as columns, divided by grade. Years before the drawn ones share the first column.
/// The table beside it has the same numbers.
public record YearColumns(double width, double height, List<Column> columns, List<Line> lines) {
  private static final double WIDTH = 640;
  private static final double HIGH = 180;
  private static final double TOP = 18;
  private static final double LEFT = 30;
  private static final int YEARS = 16;

  /// A year.
  ///
  /// @param isEarlier whether it includes all earlier years
  /// @param y of the top
  public record Column(
      int year, boolean isEarlier, double x, double width, double y, int total, List<Part> parts) {
    public int count(Grade grade) {
      return parts.stream()
          .filter(each -> each.grade() == grade)
          .mapToInt(Part::count)
          .findFirst()
          .orElse(0);
    }
  }

  public record Part(Grade grade, int count, double y, double height) {}

  public record Line(double y, int count) {}

  /// The columns of some years.
  ///
  /// @param years number of cases by year and grade; every year has at least one
  public static YearColumns of(SortedMap<Integer, Map<Grade, Integer>> years) {
    if (years.isEmpty()) {
      return new YearColumns(WIDTH, 0, List.of(), List.of());
    }
    int last = years.lastKey();
    int first = Math.max(years.firstKey(), last - YEARS + 1);
    boolean isEarlier = years.firstKey() < first;
    TreeMap<Integer, Map<Grade, Integer>> drawn = new TreeMap<>();
    for (int year = first; year <= last; year++) {
      drawn.put(year, new EnumMap<>(Grade.class));
    }
    years.forEach(
        (year, grades) ->
            grades.forEach(
                (grade, count) ->
                    drawn
                        .computeIfAbsent(
                            Math.max(year, first), absent -> new EnumMap<>(Grade.class))
                        .merge(grade, count, Integer::sum)));
    int most = drawn.values().stream().mapToInt(YearColumns::total).max().orElse(1);
    int step = most <= 5 ? 1 : most <= 20 ? 5 : most <= 60 ? 10 : most <= 300 ? 50 : most / 5;
    double scale = HIGH / (Math.ceilDiv(most, step) * step);
    double wide = (WIDTH - LEFT) / drawn.size();
    List<Column> columns = new ArrayList<>();
    drawn.forEach(
        (year, grades) -> {
          double x = LEFT + columns.size() * wide + wide * 0.15;
          boolean joins = isEarlier && year == first;
          columns.add(column(year, joins, x, wide * 0.7, grades, scale));
        });
    List<Line> lines = new ArrayList<>();
    for (int count = 0; count * scale <= HIGH; count += step) {
      lines.add(new Line(TOP + HIGH - count * scale, count));
    }
    return new YearColumns(WIDTH, TOP + HIGH + 22, columns, lines);
  }

  private static Column column(
      int year, boolean joins, double x, double width, Map<Grade, Integer> grades, double scale) {
    List<Part> parts = new ArrayList<>();
    double y = TOP + HIGH;
    for (Grade grade : Grade.values()) {
      int count = grades.getOrDefault(grade, 0);
      if (count > 0) {
        y -= count * scale;
        parts.add(new Part(grade, count, y, count * scale));
      }
    }
    return new Column(year, joins, x, width, y, total(grades), parts);
  }

  private static int total(Map<Grade, Integer> grades) {
    return grades.values().stream().mapToInt(Integer::intValue).sum();
  }
}
