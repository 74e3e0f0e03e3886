package greenpair.registry.source.place;

import module java.base;

import greenpair.catalog.value.Place;

/// Köppen climate classes on a half-degree grid (Chen and Chen 2013), as a TSV of longitude,
/// latitude and class.
final class KoppenGrid {
  private static final double CELL = 0.5;
  private static final int RINGS = 2;

  private final Map<Integer, String> cells = new HashMap<>();

  static KoppenGrid empty() {
    return new KoppenGrid();
  }

  static KoppenGrid read(Path file) throws IOException {
    KoppenGrid grid = new KoppenGrid();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\t", -1);
        if (parts.length >= 3 && parts[0].matches("-?[0-9.]+")) {
          double lon = Double.parseDouble(parts[0]);
          double lat = Double.parseDouble(parts[1]);
          grid.cells.put(cell(column(lon), row(lat)), parts[2].intern());
        }
      }
    }
    return grid;
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  private static int column(double lon) {
    return (int) Math.floor((lon + 180) / CELL);
  }

  private static int row(double lat) {
    return (int) Math.floor((lat + 90) / CELL);
  }

  private static int cell(int column, int row) {
    return row * 1000 + column;
  }

  private static Place centre(int column, int row) {
    return new Place((row + 0.5) * CELL - 90, (column + 0.5) * CELL - 180);
  }

  /// The class of the nearest cell with one, at most two cells away: the sea has none.
  Optional<String> at(Place place) {
    String best = null;
    double least = Double.MAX_VALUE;
    int column = column(place.lon());
    int row = row(place.lat());
    for (int down = -RINGS; down <= RINGS; down++) {
      for (int right = -RINGS; right <= RINGS; right++) {
        String each = cells.get(cell(column + right, row + down));
        if (each != null && row + down < 360 && column + right < 720) {
          double distance = centre(column + right, row + down).kilometresTo(place);
          if (distance < least) {
            least = distance;
            best = each;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
