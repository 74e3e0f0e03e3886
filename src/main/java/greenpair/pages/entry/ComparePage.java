package greenpair.pages.entry;

import greenpair.catalog.Kind;
import java.util.List;

/// Up to four solutions, firms or financiers side by side.
///
/// @param unknown ids that no entry of the kind has
public record ComparePage(
    List<EntryPage> entries, List<String> fields, List<String> unknown, boolean isTooMany) {
  /// Entries that fit side by side.
  public static final int MOST = 4;

  /// Whether no fact of any of the solutions was checked, so that this can be stated once.
  public boolean isAllEstimates() {
    return entries.stream()
        .allMatch(
            each ->
                each.entry().kind() == Kind.SOLUTION
                    && each.facts().stream().noneMatch(Fact::isChecked));
  }

  /// The field of an entry, or nothing if it is unknown of it.
  public List<Fact> fact(EntryPage page, String field) {
    return page.facts().stream().filter(each -> each.field().equals(field)).toList();
  }
}
