package greenpair.cli.source;

import greenpair.cli.settings.ServerSettings;
import greenpair.message.Message;
import greenpair.message.MessageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options for the folders of registries and gazetteer; without them the settings count.
public final class SourceFolders {
  @Option(names = "--sources", paramLabel = "DIR")
  private @Nullable Path sources;

  @Option(names = "--gazetteer", paramLabel = "DIR")
  private @Nullable Path gazetteer;

  /// Whether the command line names the folder of registries.
  public boolean isGiven() {
    return sources != null;
  }

  public boolean hasGazetteer() {
    return gazetteer != null;
  }

  public Path folder(ServerSettings settings) {
    return sources == null ? settings.sources() : sources;
  }

  /// Folder of the gazetteer.
  ///
  /// @throws IllegalArgumentException if the named folder contains no gazetteer: otherwise missing
  ///     coordinates would go unnoticed and degrade measurements
  public Path gazetteer(ServerSettings settings) {
    if (gazetteer != null
        && !Files.isDirectory(gazetteer.resolve("geonames"))
        && !Files.isDirectory(gazetteer.resolve("koppen"))) {
      throw new MessageException(Message.of("source.no_gazetteer", "folder", gazetteer));
    }
    return gazetteer == null ? settings.gazetteer(folder(settings)) : gazetteer;
  }
}
