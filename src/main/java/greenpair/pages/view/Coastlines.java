package greenpair.pages.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The coastlines of the world as the background of maps: Natural Earth's land at 1:110,000,000,
/// simplified. `land.txt` names the source.
final class Coastlines {
  private static final String FILE = "/greenpair/pages/land.txt";
  private static final double ROUND = 360;
  private static final List<double[][]> RINGS = read();

  private Coastlines() {}

  /// A place of the drawing for degrees of longitude, which may go beyond 180, and latitude.
  interface Plane {
    double x(double lon);

    double y(double lat);
  }

  private static List<double[][]> read() {
    List<double[][]> rings = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Coastlines.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(
              line ->
                  Arrays.stream(line.split(" "))
                      .map(
                          point -> {
                            int comma = point.indexOf(',');
                            return new double[] {
                              Double.parseDouble(point.substring(0, comma)),
                              Double.parseDouble(point.substring(comma + 1))
                            };
                          })
                      .toArray(double[][]::new))
          .forEach(rings::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rings);
  }

  /// The land of a drawing as the data of an SVG path, in whole units. A map may cross the date
  /// line, so each ring may be seen where it is and once around the world.
  static String path(Plane plane, double width, double height) {
    StringBuilder path = new StringBuilder();
    for (double[][] ring : RINGS) {
      for (double turn : new double[] {0, ROUND}) {
        add(ring, turn, plane, width, height, path);
      }
    }
    return path.toString();
  }

  private static void add(
      double[][] ring, double turn, Plane plane, double width, double height, StringBuilder path) {
    long[] xs = Arrays.stream(ring).mapToLong(at -> Math.round(plane.x(at[0] + turn))).toArray();
    long[] ys = Arrays.stream(ring).mapToLong(at -> Math.round(plane.y(at[1]))).toArray();
    boolean isSeen =
        Arrays.stream(xs).max().orElse(0) >= 0
            && Arrays.stream(xs).min().orElse(0) <= width
            && Arrays.stream(ys).max().orElse(0) >= 0
            && Arrays.stream(ys).min().orElse(0) <= height;
    if (!isSeen) {
      return;
    }
    for (int at = 0; at < xs.length; at++) {
      path.append(at == 0 ? 'M' : 'L').append(xs[at]).append(' ').append(ys[at]);
    }
    path.append('Z');
  }
}
