package greenpair.program;

import greenpair.program.Decisions.Decision;
import greenpair.program.Revisions.Revision;

/// Validates, at an import, data that this package stores but does not interpret.
public interface ImportCheck {
  /// Checks the line of an entered need or profile.
  ///
  /// @throws IllegalArgumentException if it is no line of the catalog
  Revision checked(Revision revision);

  /// Checks the document of a decision record.
  ///
  /// @throws IllegalArgumentException if it is none, or was changed
  Decision checked(Decision decision);

  /// Checks the document of a plan.
  ///
  /// @throws IllegalArgumentException if it is none, or was changed
  StoredPlan checked(StoredPlan plan);
}
