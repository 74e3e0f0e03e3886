package greenpair.cli.app;

import module java.base;

import greenpair.cli.settings.ServerSettings;
import greenpair.cli.settings.Setting;
import greenpair.index.GenerationStore;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options for the locations of files. The launcher passes its own folder as `greenpair.home`.
public final class Places {
  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "DIR")
  private @Nullable Path config;

  @Option(names = "--settings", paramLabel = "FILE")
  private @Nullable Path file;

  private @Nullable ServerSettings settings;
  private @Nullable GenerationStore store;

  /// Takes the value of an option, as picocli would.
  ///
  /// @return whether it is one of these options with a value that is possible
  public boolean take(String name, String value) {
    try {
      switch (name) {
        case "--data" -> data = Path.of(value);
        case "--config" -> config = Path.of(value);
        case "--settings" -> file = Path.of(value);
        default -> {
          return false;
        }
      }
      return true;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  public static Path home() {
    return Path.of(System.getProperty("greenpair.home", "."));
  }

  /// The effective settings.
  ///
  /// @throws IllegalArgumentException listing every fault
  public ServerSettings settings() {
    return settings(Map.of());
  }

  /// The effective settings, with other options of the command.
  public ServerSettings settings(Map<Setting, String> more) {
    ServerSettings read = settings;
    if (read == null) {
      Map<Setting, String> options = new EnumMap<>(Setting.class);
      options.putAll(more);
      if (data != null) {
        options.put(Setting.DATA, data.toString());
      }
      if (config != null) {
        options.put(Setting.INDEX_CONFIG, config.toString());
      }
      read = new ServerSettings(home(), settingsFile(), System.getenv(), options);
      settings = read;
    }
    return read;
  }

  private Path settingsFile() {
    if (file != null && !java.nio.file.Files.exists(file)) {
      throw new AbsentException(Message.of("absent.file", "path", file.toString()));
    }
    return file != null ? file : home().resolve(ServerSettings.FILE);
  }

  public GenerationStore store() {
    GenerationStore made = store;
    if (made == null) {
      made = new GenerationStore(data());
      store = made;
    }
    return made;
  }

  public Path data() {
    return settings().data();
  }

  public Path config() {
    return settings().indexConfig();
  }

  public static Path fixtures() {
    return home().resolve("fixtures");
  }
}
