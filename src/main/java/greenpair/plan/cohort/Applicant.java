package greenpair.plan.cohort;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A city that may be chosen.
///
/// @param side its group, such as `CN` or `US`
/// @param province ISO 3166-2; null if unknown
/// @param traits what it would add to the diversity of a cohort: sectors, climate, size and region,
///     each as `kind:value`
public record Applicant(
    EntryId city, Text name, String side, @Nullable String province, Set<String> traits) {
  public Applicant {
    traits = java.util.Collections.unmodifiableSet(new TreeSet<>(traits));
  }
}
