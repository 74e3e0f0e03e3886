package greenpair.match.settings;

/// The side whose interest a signal represents.
public enum Side {
  CITY,
  PARTNER
}
