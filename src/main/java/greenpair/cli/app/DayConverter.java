package greenpair.cli.app;

import greenpair.catalog.value.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;

/// Reads a date in the form YYYY-MM-DD.
public final class DayConverter implements CommandLine.ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "must be a valid date, YYYY-MM-DD, but was \"" + Nearest.shorten(word) + "\"");
    }
  }
}
