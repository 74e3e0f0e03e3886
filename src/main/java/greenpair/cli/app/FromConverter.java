package greenpair.cli.app;

import greenpair.catalog.value.Nearest;
import picocli.CommandLine;

/// Parses the position of the first requested entry of a list.
public final class FromConverter implements CommandLine.ITypeConverter<Integer> {
  /// An upper bound that no list reaches.
  private static final int FARTHEST = 1_000_000_000;

  @Override
  public Integer convert(String word) {
    try {
      int from = Integer.parseInt(word);
      if (from >= 0 && from <= FARTHEST) {
        return from;
      }
    } catch (NumberFormatException e) {
      // Reported like a number out of range.
    }
    throw new CommandLine.TypeConversionException(
        "from must be an integer from 0 to %s, but was \"%s\""
            .formatted(FARTHEST, Nearest.shorten(word)));
  }
}
