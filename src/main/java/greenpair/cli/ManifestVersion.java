package greenpair.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of the jar, which Maven writes into its manifest. Classes outside a jar have none.
final class ManifestVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"greenpair " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}
