package greenpair.pages.view;

import greenpair.catalog.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Places the names of a map greedily: each is placed right, left, above or below of its dot, or
/// between these, at the first of these places that is free.
public final class MapLabels {
  private static final double LINE = 13;
  private static final double GAP = 4;

  /// Widths of a character at 11 px: of Latin letters on average, and of Chinese ones.
  private static final double NARROW = 6.2;

  private static final double WIDE = 11.2;

  private MapLabels() {}

  /// A name on the drawing.
  ///
  /// @param x of its beginning
  /// @param y of its baseline
  public record Label(double x, double y, String text, boolean isHome) {}

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean isWithin(WorldMap map) {
      return left >= 0 && top >= 0 && right <= map.width() && bottom <= map.height();
    }
  }

  static List<Label> of(WorldMap map, View view) {
    List<Box> taken = new ArrayList<>();
    for (WorldMap.Dot dot : map.dots()) {
      taken.add(box(dot.x() - dot.radius(), dot.y() - 9, 2 * dot.radius(), 18));
    }
    List<Label> labels = new ArrayList<>();
    Set<Text> named = new HashSet<>();
    WorldMap.Point home = map.home();
    Text homeName = map.homeName();
    if (home != null && homeName != null) {
      taken.add(box(home.x() - 13, home.y() - 13, 26, 26));
      named.add(homeName);
      place(home.x(), home.y(), 13, view.plain(homeName), true, taken, map).ifPresent(labels::add);
    }
    for (WorldMap.Dot dot : map.dots()) {
      if (named.add(dot.name())) {
        place(dot.x(), dot.y(), dot.radius(), view.plain(dot.name()), false, taken, map)
            .ifPresent(labels::add);
      }
    }
    return List.copyOf(labels);
  }

  private static Optional<Label> place(
      double x,
      double y,
      double radius,
      String text,
      boolean isHome,
      List<Box> taken,
      WorldMap map) {
    double width = width(text);
    double side = radius + GAP;
    double[][] starts = {
      {x + side, y - LINE / 2},
      {x - side - width, y - LINE / 2},
      {x - width / 2, y - (isHome ? radius : 9) - GAP - LINE},
      {x - width / 2, y + (isHome ? radius : 9) + GAP},
      {x + side, y - LINE - GAP},
      {x + side, y + GAP},
      {x - side - width, y - LINE - GAP},
      {x - side - width, y + GAP},
    };
    for (double[] start : starts) {
      Box box = box(start[0], start[1], width, LINE);
      if (box.isWithin(map) && taken.stream().noneMatch(box::meets)) {
        taken.add(box);
        return Optional.of(new Label(start[0], start[1] + LINE - 3, text, isHome));
      }
    }
    return Optional.empty();
  }

  private static Box box(double left, double top, double width, double height) {
    return new Box(left, top, left + width, top + height);
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(each -> each < 0x2E80 ? NARROW : WIDE).sum();
  }
}
