package greenpair.registry.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Objects;

/// Cells of half a degree that hold land: those with a climate class (Chen and Chen 2013) or a
/// place of GeoNames. `land.bin` has one bit for each, by rows from south to north.
final class LandCells {
  static final int COLUMNS = 720;
  static final int ROWS = 360;
  private static final BitSet CELLS = read();

  private LandCells() {}

  private static BitSet read() {
    try (InputStream file = LandCells.class.getResourceAsStream("/greenpair/registry/land.bin")) {
      return BitSet.valueOf(Objects.requireNonNull(file, "land.bin").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int cell(double lat, double lon) {
    int row = Math.clamp((int) Math.floor((lat + 90) * 2), 0, ROWS - 1);
    int column = Math.floorMod((int) Math.floor((lon + 180) * 2), COLUMNS);
    return row * COLUMNS + column;
  }

  /// Whether a cell at most two away from that of a point holds land: small islands without a place
  /// have no cell of their own.
  static boolean isNear(double lat, double lon) {
    for (double down = -1; down <= 1; down += 0.5) {
      for (double right = -1; right <= 1; right += 0.5) {
        if (CELLS.get(cell(lat + down, lon + right))) {
          return true;
        }
      }
    }
    return false;
  }
}
