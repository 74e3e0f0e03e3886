package greenpair.match;

/// Whose wishes a signal speaks for.
public enum Side {
  CITY,
  PARTNER
}
