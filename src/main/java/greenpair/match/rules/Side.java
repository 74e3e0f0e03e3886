package greenpair.match.rules;

/// The side whose interest a signal represents.
public enum Side {
  CITY,
  PARTNER
}
