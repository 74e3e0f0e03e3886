package greenpair.catalog.taxonomy;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import org.jspecify.annotations.Nullable;

/// One node of the taxonomy.
///
/// @param parent null for a root
/// @param label the preferred term
/// @param chinese synonyms in Chinese, some of them Latin abbreviations in Chinese use
/// @param problems descriptions of its purpose by people who do not know the term, in either
///     language
public record Concept(
    Code code,
    @Nullable Code parent,
    Text label,
    List<String> english,
    List<String> chinese,
    List<String> problems) {
  public Concept {
    english = List.copyOf(english);
    chinese = List.copyOf(chinese);
    problems = List.copyOf(problems);
  }

  /// The label in each language and the synonyms.
  public List<String> terms() {
    return Stream.of(label.all(), english, chinese).flatMap(List::stream).toList();
  }
}
