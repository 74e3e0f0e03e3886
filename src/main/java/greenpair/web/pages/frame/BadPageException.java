package greenpair.web.pages.frame;

/// Thrown if the address of a page is invalid.
public final class BadPageException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
