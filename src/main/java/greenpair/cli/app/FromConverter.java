package greenpair.cli.app;

import greenpair.catalog.Nearest;
import picocli.CommandLine;

/// Reads the place of the first entry of a list that is wanted.
public final class FromConverter implements CommandLine.ITypeConverter<Integer> {
  /// No list is so long.
  private static final int FARTHEST = 1_000_000_000;

  @Override
  public Integer convert(String word) {
    try {
      int from = Integer.parseInt(word);
      if (from >= 0 && from <= FARTHEST) {
        return from;
      }
    } catch (NumberFormatException e) {
      // Told like a number out of range.
    }
    throw new CommandLine.TypeConversionException(
        "from must be an integer from 0 to "
            + FARTHEST
            + ", but was \""
            + Nearest.shorten(word)
            + "\"");
  }
}
