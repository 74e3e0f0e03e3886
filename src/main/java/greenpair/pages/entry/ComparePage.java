package greenpair.pages.entry;

import java.util.List;

/// Up to four solutions side by side.
///
/// @param fields names of all fields that any of them has, in order
/// @param unknown ids that no solution has
public record ComparePage(
    List<EntryPage> solutions, List<String> fields, List<String> unknown, boolean isTooMany) {
  /// Solutions that fit side by side.
  public static final int MOST = 4;

  /// The field of a solution, or nothing when it is unknown of it.
  public List<Fact> fact(EntryPage page, String field) {
    return page.facts().stream().filter(each -> each.field().equals(field)).toList();
  }
}
