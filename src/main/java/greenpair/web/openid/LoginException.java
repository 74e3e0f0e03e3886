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
  private final String given;

  LoginException(Why why, String message) {
    this(why, message, "");
  }

  /// @param given by the provider for the claim that the message names
  LoginException(Why why, String message, String given) {
    super(message);
    this.why = why;
    this.given = given;
  }

  LoginException(Why why, Throwable cause) {
    super(cause.getMessage(), cause);
    this.why = why;
    this.given = "";
  }

  public Why why() {
    return why;
  }

  public String given() {
    return given;
  }
}
