package greenpair.catalog;

/// Who may see a field or a remark.
public enum Tier {
  /// Every user who may read.
  PUBLIC,
  /// Every signed-in user.
  PROGRAMME,
  /// The staff of the city that it belongs to, coordinators and operators; each access is audited.
  PRIVATE
}
