package greenpair.web;

/// A page cannot be made of what the address says.
final class BadPageException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
