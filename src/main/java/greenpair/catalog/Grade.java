package greenpair.catalog;

/// The grade of the evidence of a deployment.
public enum Grade {
  /// Independent or public evaluation with outcome data.
  A,
  /// Public case by a lender, regulator, NGO or operator.
  B,
  /// Press or company claim, operating.
  C,
  /// Planned or claimed only: no proof.
  D;

  /// Whether a deployment of this grade proves anything.
  public boolean proves() {
    return this != D;
  }
}
