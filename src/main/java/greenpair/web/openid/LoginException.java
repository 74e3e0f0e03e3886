package greenpair.web.openid;

/// A login that did not succeed.
public final class LoginException extends Exception {
  private static final long serialVersionUID = 1;

  public enum Why {
    /// It did not begin here, in this browser, in the last ten minutes, or it ended already.
    NOT_BEGUN,
    /// The provider refused, or what it sent cannot be trusted.
    NOT_TRUSTED,
    /// None of the claims names a role.
    NO_ROLE,
    /// The role is that of a city's staff, and no claim names a city.
    NO_CITY,
    /// The provider does not answer.
    UNREACHABLE
  }

  private final Why why;

  LoginException(Why why, String message) {
    super(message);
    this.why = why;
  }

  LoginException(Why why, Throwable cause) {
    super(cause.getMessage(), cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
