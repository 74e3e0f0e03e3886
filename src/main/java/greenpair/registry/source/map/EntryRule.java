package greenpair.registry.source.map;

import greenpair.catalog.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule by which a row gives one entry, or one for each item of a value.
///
/// @param each name of the value, null for one entry
/// @param date the exact date of a deployment, stored beside the catalog, which has only years
/// @param merge how a field is combined if several rows give the entry, by its path
record EntryRule(
    Kind kind,
    @Nullable String each,
    Condition when,
    Template.Fields fields,
    Template.Words record,
    Template.@Nullable Words date,
    Map<String, MergeRule> merge) {
  EntryRule {
    merge = Collections.unmodifiableMap(new LinkedHashMap<>(merge));
  }
}
