package greenpair.web.input;

/// What a request reads: a record, whose components are its keys in `snake_case`.
public interface Request {
  /// Checks what rules of single components cannot state. A component that is missing or wrong is
  /// null here, or the default of its type; the request is refused after all checks.
  ///
  /// @param fields tells what was sent, and takes the faults
  default void check(BodyFields fields) {}

  /// A request that says nothing.
  record Nothing() implements Request {}
}
