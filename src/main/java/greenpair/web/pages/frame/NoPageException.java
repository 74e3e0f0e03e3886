package greenpair.web.pages.frame;

/// There is no page at an address that has the form of a page address.
public final class NoPageException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
