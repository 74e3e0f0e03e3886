package greenpair.registry.source.map;

import greenpair.catalog.Kind;
import greenpair.message.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The result of mapping one row.
public sealed interface MappedRow {
  /// Good rows give entries.
  record Entries(List<Draft> drafts) implements MappedRow {
    public Entries {
      drafts = List.copyOf(drafts);
    }
  }

  record Skipped(String reason) implements MappedRow {}

  /// A row that breaks a rule.
  ///
  /// @param column or the name of a value, or the entry that went wrong
  record Rejected(String column, String value, Message rule) implements MappedRow {}

  /// An entry as JSON of the catalog format, not yet checked.
  ///
  /// @param date the exact day of a deployment, null if unknown
  record Draft(Kind kind, Map<String, Object> json, @Nullable String date) {}
}
