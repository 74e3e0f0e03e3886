package greenpair.pages.deck;

import java.util.List;

/// The size of type at which a table fits on its slide. Text cannot be measured when a file is
/// written, so widths are estimated: a Chinese character is as wide as the font size, and a Latin
/// letter a little more than half of that.
///
/// @param size of the first line of a cell, in points
/// @param longest letters of a second line; a longer one is cut, and the notes have the whole
record TypeSize(double size, int longest, List<Double> heights) {
  /// Space on each side of a cell, in points.
  static final double INSET = 6;

  private static final double LATIN = 0.54;
  private static final double LINE = 1.22;
  private static final double CHINESE_LINE = 1.48;
  private static final double LARGEST = 15;
  private static final double SMALLEST = 8;
  private static final int WHOLE = 400;
  private static final int CUT = 90;

  static TypeSize of(List<CitySlide.Row> rows, double[] widths, double room) {
    for (double size = LARGEST; size >= SMALLEST; size--) {
      TypeSize fit = of(rows, widths, size, WHOLE);
      if (fit.heights.stream().mapToDouble(Double::doubleValue).sum() <= room) {
        return fit;
      }
    }
    return of(rows, widths, SMALLEST, CUT);
  }

  private static TypeSize of(List<CitySlide.Row> rows, double[] widths, double size, int longest) {
    TypeSize empty = new TypeSize(size, longest, List.of());
    return new TypeSize(
        size, longest, rows.stream().map(row -> empty.height(row, widths)).toList());
  }

  double small() {
    return size - 2;
  }

  double height(int row) {
    return heights.get(row);
  }

  String second(CitySlide.Cell cell) {
    return cut(cell.second(), longest);
  }

  private double height(CitySlide.Row row, double[] widths) {
    double highest = 0;
    for (int column = 0; column < widths.length; column++) {
      CitySlide.Cell cell = row.cells().get(column);
      double width = widths[column] - 2 * INSET;
      double high = height(cell.first(), width, size) + height(second(cell), width, small());
      highest = Math.max(highest, high + INSET);
    }
    return highest;
  }

  private static double height(String text, double width, double size) {
    boolean isChinese = text.codePoints().anyMatch(Character::isIdeographic);
    double lines = Math.ceil(width(text, size) / (width * 0.95));
    return lines * size * (isChinese ? CHINESE_LINE : LINE);
  }

  private static double width(String text, double size) {
    return text.codePoints().mapToDouble(each -> each < 0x2E80 ? LATIN : 1).sum() * size;
  }

  static String line(String text, double width, double size) {
    return cut(text, (int) (text.length() * width / Math.max(width, width(text, size))));
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…";
  }
}
