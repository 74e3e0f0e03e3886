package greenpair.catalog.taxonomy;

import greenpair.catalog.Code;
import greenpair.catalog.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One node of the taxonomy.
///
/// @param parent null for a root
/// @param label the preferred term
/// @param chinese synonyms in Chinese, some of them Latin abbreviations in Chinese use
/// @param problems descriptions of its purpose by people who do not know the term, in either
///     language
/// @param gpc sectors of the Global Protocol for Community-Scale inventories
/// @param cpc patent classes, unchecked
public record Concept(
    Code code,
    @Nullable Code parent,
    Text label,
    List<String> english,
    List<String> chinese,
    List<String> problems,
    List<String> gpc,
    List<String> cpc,
    String source,
    boolean verified) {
  public Concept {
    english = List.copyOf(english);
    chinese = List.copyOf(chinese);
    problems = List.copyOf(problems);
    gpc = List.copyOf(gpc);
    cpc = List.copyOf(cpc);
  }
}
