package greenpair.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Options that say where things are. The launcher passes its own folder as `greenpair.home`.
final class Places {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "folder of the generations (default: $GREENPAIR_DATA, else data beside the"
              + " launcher)")
  private @org.jspecify.annotations.Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "configuration folder (default: index-config beside the launcher)")
  private @org.jspecify.annotations.Nullable Path config;

  static Path home() {
    return Path.of(System.getProperty("greenpair.home", "."));
  }

  Path data() {
    if (data != null) {
      return data;
    }
    String fromEnvironment = System.getenv("GREENPAIR_DATA");
    return fromEnvironment != null && !fromEnvironment.isBlank()
        ? Path.of(fromEnvironment)
        : home().resolve("data");
  }

  Path config() {
    return config != null ? config : home().resolve("index-config");
  }

  static Path fixtures() {
    return home().resolve("fixtures");
  }
}
