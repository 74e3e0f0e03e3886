package greenpair.web.http;

import java.util.Objects;

/// The version of this program.
public final class Version {
  /// As Maven writes it into the manifest of the jar; classes outside a jar have none.
  public static final String CURRENT =
      Objects.requireNonNullElse(
          Version.class.getPackage().getImplementationVersion(), "not packaged");

  private Version() {}
}
