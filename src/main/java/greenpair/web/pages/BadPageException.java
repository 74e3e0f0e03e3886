package greenpair.web.pages;

/// A page cannot be made of what the address says.
public final class BadPageException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
