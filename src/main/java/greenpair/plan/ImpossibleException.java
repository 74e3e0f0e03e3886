package greenpair.plan;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import java.util.List;
import java.util.stream.Collectors;

/// Thrown if a request to planning cannot be met; states a minimal set of conflicting conditions.
public final class ImpossibleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<Text> says;

  /// @param says a minimal set of conflicting conditions, one text for each, in both languages
  public ImpossibleException(List<Text> says) {
    super(
        "these conditions cannot be met:\n  - "
            + says.stream()
                .map(each -> each.best(Language.EN))
                .collect(Collectors.joining("\n  - ")));
    this.says = List.copyOf(says);
  }

  public List<Text> says() {
    return says;
  }
}
