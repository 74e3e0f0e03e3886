package greenpair.registry.source.map;

import greenpair.catalog.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry, or one for each item of a value, that a row gives.
///
/// @param each name of the value, null for one entry
/// @param date the exact day of a deployment, kept beside the catalog, which has years only
/// @param merge what becomes of a field when several rows give the entry, by its path
record EntryRule(
    Kind kind,
    @Nullable String each,
    Condition when,
    Template.Fields fields,
    Template.Words record,
    Template.@Nullable Words date,
    Map<String, Combine> merge) {
  EntryRule {
    merge = Collections.unmodifiableMap(new LinkedHashMap<>(merge));
  }
}
