package greenpair.pages;

import greenpair.catalog.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The description of the API for users: every address with its parameters and answers.
public record ReferencePage(List<Text> description, List<Group> groups) {
  /// Addresses that belong together.
  public record Group(String name, List<Text> description, List<Operation> operations) {}

  /// What one method of an address does.
  ///
  /// @param isForMembers whether it takes a token or a session
  /// @param examples bodies as JSON
  /// @param schema of what it gives: its name in the document, or a media type; empty for none
  public record Operation(
      String id,
      String method,
      String path,
      Text summary,
      boolean isForMembers,
      List<Parameter> parameters,
      List<String> examples,
      int status,
      String schema) {}

  /// A key that an address takes.
  ///
  /// @param in `path`, `query`, `header` or `body`
  public record Parameter(String name, String in, @Nullable Text what) {}
}
