package greenpair.pages;

import greenpair.catalog.Text;
import java.util.List;

/// The description of the API for users: every address with its parameters and answers.
public record ReferencePage(List<Text> description, List<Group> groups) {
  /// Addresses that belong together.
  public record Group(String name, List<Text> description, List<Operation> operations) {}

  /// What one method of an address does.
  ///
  /// @param isForMembers whether it takes a token or a session
  /// @param examples bodies as JSON
  public record Operation(
      String id,
      String method,
      String path,
      Text summary,
      boolean isForMembers,
      List<Parameter> parameters,
      List<String> examples,
      List<Reply> replies) {}

  /// What an address takes beside its body.
  ///
  /// @param in `path`, `query` or `header`
  public record Parameter(String name, String in, Text what) {}

  /// What may come back.
  ///
  /// @param schema its name in the document; empty for none
  public record Reply(String status, String schema, Text what) {}
}
