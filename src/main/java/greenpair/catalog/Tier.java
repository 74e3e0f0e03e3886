package greenpair.catalog;

/// Who may see a field or a remark.
public enum Tier {
  /// Whoever may read at all.
  PUBLIC,
  /// Whoever is signed in.
  PROGRAMME,
  /// The staff of the city that it belongs to, coordinators and operators; each reading is
  /// audited.
  PRIVATE
}
