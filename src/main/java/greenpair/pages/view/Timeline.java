package greenpair.pages.view;

import greenpair.match.reason.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Cases along the years, those of one year on top of each other. A case without a year is not
/// drawn; the table has it.
public record Timeline(double width, double height, List<Tick> ticks, List<Mark> marks) {
  private static final double WIDTH = 640;
  private static final double ROW = 22;
  private static final double MARGIN = 24;

  public record Tick(double x, int year) {}

  public record Mark(double x, double y, int number, String grade) {}

  public static Timeline of(List<Answer.Case> cases) {
    TreeMap<Integer, List<Integer>> years = new TreeMap<>();
    for (int i = 0; i < cases.size(); i++) {
      Integer year = cases.get(i).year();
      if (year != null) {
        years.computeIfAbsent(year, key -> new ArrayList<>()).add(i);
      }
    }
    if (years.isEmpty()) {
      return new Timeline(WIDTH, 0, List.of(), List.of());
    }
    int first = years.firstKey();
    int last = Math.max(years.lastKey(), first + 4);
    int tallest = years.values().stream().mapToInt(List::size).max().orElseThrow();
    double base = tallest * ROW + 6;
    double scale = (WIDTH - 2 * MARGIN) / (last - first);
    List<Mark> marks = new ArrayList<>();
    for (Map.Entry<Integer, List<Integer>> each : years.entrySet()) {
      for (int row = 0; row < each.getValue().size(); row++) {
        int index = each.getValue().get(row);
        double x = MARGIN + (each.getKey() - first) * scale;
        marks.add(new Mark(x, base - 14 - row * ROW, index + 1, cases.get(index).grade()));
      }
    }
    int step = last - first > 24 ? 10 : last - first > 9 ? 5 : 1;
    List<Tick> ticks = new ArrayList<>();
    for (int year = Math.ceilDiv(first, step) * step; year <= last; year += step) {
      ticks.add(new Tick(MARGIN + (year - first) * scale, year));
    }
    return new Timeline(WIDTH, base + 24, ticks, marks);
  }
}
