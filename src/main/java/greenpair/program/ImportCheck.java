package greenpair.program;

/// Validates, at an import, data that this package stores but does not interpret.
public interface ImportCheck {
  /// Looks at the line of an entry that was typed in.
  ///
  /// @return the same
  /// @throws IllegalArgumentException when it is no line of the catalog
  Revision checked(Revision revision);

  /// Looks at the document of a decision record.
  ///
  /// @return the same
  /// @throws IllegalArgumentException when it is none, or was changed
  Decision checked(Decision decision);

  /// Looks at the document of a plan.
  ///
  /// @return the same
  /// @throws IllegalArgumentException when it is none, or was changed
  StoredPlan checked(StoredPlan plan);
}
