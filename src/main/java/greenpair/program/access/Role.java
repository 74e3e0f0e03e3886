package greenpair.program.access;

/// What a person or a program that signs in may do; each role may do what the one before may,
/// except that a city's staff changes only what belongs to its own cities.
public enum Role {
  READER,
  CITY,
  COORDINATOR,
  OPERATOR;

  public boolean isAtLeast(Role other) {
    return compareTo(other) >= 0;
  }
}
