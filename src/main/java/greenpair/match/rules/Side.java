package greenpair.match.rules;

/// Whose wishes a signal speaks for.
public enum Side {
  CITY,
  PARTNER
}
