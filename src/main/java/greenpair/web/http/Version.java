package greenpair.web.http;

/// The version of the API, which is the prefix of its addresses.
public final class Version {
  private static final String V1 = "/api/v1/";

  private Version() {}

  /// Whether an address is one of the API, and not of a page.
  public static boolean isVersioned(String address) {
    return address.startsWith(V1);
  }
}
