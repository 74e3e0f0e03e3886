package greenpair.cli.app;

import greenpair.catalog.value.Nearest;
import greenpair.match.RecommendationRequest;
import picocli.CommandLine;

/// Parses the number of requested answers.
public final class LimitConverter implements CommandLine.ITypeConverter<Integer> {
  @Override
  public Integer convert(String word) {
    try {
      int limit = Integer.parseInt(word);
      if (limit >= 1 && limit <= RecommendationRequest.MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Reported like a number out of range.
    }
    throw new CommandLine.TypeConversionException(
        "limit must be an integer from 1 to %s, but was \"%s\""
            .formatted(RecommendationRequest.MAX_LIMIT, Nearest.shorten(word)));
  }
}
