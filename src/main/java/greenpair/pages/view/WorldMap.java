package greenpair.pages.view;

import greenpair.catalog.Text;
import greenpair.catalog.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Places on a plain equirectangular map (x is the longitude, y the latitude) with its grid of
/// degrees, cut to what is shown. The map is centred on the Pacific if there are places on both
/// shores, so that places across the date line are adjacent.
///
/// @param land the coasts as the data of an SVG path
/// @param home the city that asks; null if its place is unknown
/// @param dots the places of the cases; those at one place share a dot
public record WorldMap(
    double width,
    double height,
    String land,
    List<Double> meridians,
    List<Double> parallels,
    @Nullable Point home,
    @Nullable Text homeName,
    List<Dot> dots) {
  private static final double WIDTH = 640;
  private static final double LEAST_SPAN = 24;

  /// A case at a place.
  ///
  /// @param name of the place
  public record Spot(int number, Place place, String grade, Text name) {}

  public record Point(double x, double y) {}

  /// Cases at one place.
  ///
  /// @param grade the best of their grades
  public record Dot(double x, double y, List<Integer> numbers, String grade, Text name) {
    /// The numbers as a short label: the first two and how many more.
    public String label() {
      String first =
          numbers.size() > 1 ? numbers.get(0) + ", " + numbers.get(1) : "" + numbers.get(0);
      return numbers.size() > 2 ? first + " +" + (numbers.size() - 2) : first;
    }

    /// Room that the label takes.
    public double radius() {
      return Math.max(9, 4 + 3.2 * label().length());
    }
  }

  /// Names of places beside their dots, that of the own city first; where two would cover each
  /// other or leave the drawing, the later is left out. The table names them all.
  public List<MapLabels.Label> labels(View view) {
    return MapLabels.of(this, view);
  }

  private record Span(double from, double to) {
    double length() {
      return to - from;
    }
  }

  public static WorldMap of(@Nullable Place home, @Nullable Text homeName, List<Spot> spots) {
    List<Place> places = new ArrayList<>(spots.stream().map(Spot::place).toList());
    if (home != null) {
      places.add(home);
    }
    double[] lons = places.stream().mapToDouble(each -> east(each.lon())).toArray();
    double[] lats = places.stream().mapToDouble(Place::lat).toArray();
    Span across = span(lons, 12);
    Span up = span(lats, 8);
    double scale = WIDTH / across.length();
    // A degree of latitude is as long as one of longitude; a strip is padded to a readable height.
    double least = WIDTH * 0.3 / scale;
    if (up.length() < least) {
      double middle = (up.from + up.to) / 2;
      up = new Span(middle - least / 2, middle + least / 2);
    }
    double most = WIDTH * 0.62 / scale;
    double stretch = up.length() > most ? most / up.length() : 1;
    double height = up.length() * scale * stretch;
    Projection projection = new Projection(across, up, scale, scale * stretch);
    return new WorldMap(
        WIDTH,
        height,
        Coastlines.path(projection, WIDTH, height),
        projection.grid(across, true),
        projection.grid(up, false),
        home == null ? null : projection.point(home),
        homeName,
        projection.dots(spots));
  }

  /// Degrees east from 0 to 360, counted from 30° West, so that the cut is in the Atlantic.
  private static double east(double lon) {
    return lon < -30 ? lon + 360 : lon;
  }

  private static Span span(double[] values, double margin) {
    if (values.length == 0) {
      return new Span(-LEAST_SPAN, LEAST_SPAN);
    }
    double min = java.util.Arrays.stream(values).min().orElseThrow() - margin;
    double max = java.util.Arrays.stream(values).max().orElseThrow() + margin;
    double lack = Math.max(0, LEAST_SPAN - (max - min)) / 2;
    return new Span(min - lack, max + lack);
  }

  private record Projection(Span across, Span up, double scaleX, double scaleY)
      implements Coastlines.Plane {
    @Override
    public double x(double lon) {
      return (lon - across.from) * scaleX;
    }

    @Override
    public double y(double lat) {
      return (up.to - lat) * scaleY;
    }

    Point point(Place place) {
      return new Point(x(east(place.lon())), y(place.lat()));
    }

    List<Double> grid(Span span, boolean vertical) {
      int step = span.length() > 120 ? 30 : span.length() > 50 ? 15 : 5;
      List<Double> lines = new ArrayList<>();
      for (int at = (int) Math.ceil(span.from / step) * step; at <= span.to; at += step) {
        lines.add(vertical ? (at - span.from) * scaleX : (span.to - at) * scaleY);
      }
      return lines;
    }

    List<Dot> dots(List<Spot> spots) {
      // In order of grid cells, so that places that would cover each other share a dot.
      Map<String, List<Spot>> cells = new TreeMap<>();
      for (Spot spot : spots) {
        Point at = point(spot.place());
        String cell = Math.round(at.x / 18) + " " + Math.round(at.y / 18);
        cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(spot);
      }
      List<Dot> dots = new ArrayList<>();
      for (List<Spot> cell : cells.values()) {
        Point at = point(cell.getFirst().place());
        String best = cell.stream().map(Spot::grade).min(String::compareTo).orElseThrow();
        dots.add(
            new Dot(
                at.x,
                at.y,
                cell.stream().map(Spot::number).distinct().toList(),
                best,
                cell.getFirst().name()));
      }
      return dots;
    }
  }
}
