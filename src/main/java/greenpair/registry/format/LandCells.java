package greenpair.registry.format;

import module java.base;

/// Cells of half a degree that hold land: those with a climate class (Chen and Chen 2013) or a
/// place of GeoNames. `land.bin` has one bit for each, by rows from south to north.
public final class LandCells {
  static final int COLUMNS = 720;
  static final int ROWS = 360;
  private static final BitSet CELLS = read();

  private LandCells() {}

  private static BitSet read() {
    try (InputStream file = open("land.bin")) {
      return BitSet.valueOf(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(
        LandCells.class.getResourceAsStream("/greenpair/registry/" + file), file);
  }

  static int cell(double lat, double lon) {
    int row = Math.clamp((int) Math.floor((lat + 90) * 2), 0, ROWS - 1);
    int column = Math.floorMod((int) Math.floor((lon + 180) * 2), COLUMNS);
    return row * COLUMNS + column;
  }

  /// Whether a cell at most two away from that of a point holds land: small islands without a place
  /// have no cell of their own.
  static boolean isNear(double lat, double lon) {
    return isNear(lat, lon, 1, CELLS);
  }

  /// Whether a point may lie in a country: a place of it is at most two degrees away, or no place
  /// of any country within one.
  public static boolean mayBeIn(String country, double lat, double lon) {
    BitSet own = Countries.CELLS.get(country);
    return own == null
        || isNear(lat, lon, 2, own)
        || Countries.CELLS.values().stream().noneMatch(each -> isNear(lat, lon, 1, each));
  }

  private static boolean isNear(double lat, double lon, double degrees, BitSet cells) {
    for (double down = -degrees; down <= degrees; down += 0.5) {
      for (double right = -degrees; right <= degrees; right += 0.5) {
        if (cells.get(cell(lat + down, lon + right))) {
          return true;
        }
      }
    }
    return false;
  }

  /// The cells with places of each country, and of territories with a code of their own: a line has
  /// the code, its first cell, and the distances between cells. Read when it is first used.
  private static final class Countries {
    static final Map<String, BitSet> CELLS = read();

    private static Map<String, BitSet> read() {
      Map<String, BitSet> all = new HashMap<>();
      try (InputStream file = open("countries.txt")) {
        new String(file.readAllBytes(), StandardCharsets.US_ASCII)
            .lines()
            .map(line -> line.split(" "))
            .forEach(words -> all.put(words[0], cells(words)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return all;
    }

    private static BitSet cells(String[] words) {
      BitSet cells = new BitSet();
      int at = 0;
      for (int word = 1; word < words.length; word++) {
        at += Integer.parseInt(words[word]);
        cells.set(at);
      }
      return cells;
    }
  }
}
