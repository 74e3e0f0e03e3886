package greenpair.pages.entry;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.pages.view.PageText;

/// A field of an entry for display.
///
/// @param field its name in the catalog format
/// @param values one or more
/// @param isChecked whether the field was checked; false also when no source of the entry was
/// @param sources where the field is from
public record Fact(String field, List<Text> values, boolean isChecked, List<Provenance> sources) {
  private static final int LONGEST_WORD = 40;

  public Fact {
    values = List.copyOf(values);
    sources = List.copyOf(sources);
  }

  /// Whether the values are words, which are shown in one line.
  public boolean isList() {
    return values.size() > 1
        && values.stream().allMatch(each -> each.best(Language.EN).length() <= LONGEST_WORD);
  }

  /// The sources that are shown, of several pages of the same site the first.
  public List<Provenance> named(PageText view) {
    Set<String> seen = new HashSet<>();
    return shown(view).filter(each -> seen.add(view.sources().of(each))).toList();
  }

  /// The places of the sources that are shown in the list of all sources of the entry, from 1.
  public List<Integer> numbers(List<Provenance> all, PageText view) {
    return shown(view).map(each -> all.indexOf(each) + 1).toList();
  }

  private Stream<Provenance> shown(PageText view) {
    return sources.stream().filter(each -> view.isShown(each.verified()));
  }

  /// Whether all facts have the same sources, which are then named once.
  public static boolean areOfTheSame(List<Fact> facts) {
    return facts.stream().map(Fact::sources).distinct().count() <= 1;
  }

  /// Whether all facts were checked, or none, so that this can be stated once.
  public static boolean areAlike(List<Fact> facts) {
    return facts.stream().map(Fact::isChecked).distinct().count() == 1;
  }
}
