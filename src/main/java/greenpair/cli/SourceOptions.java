package greenpair.cli;

import greenpair.registry.source.Gazetteer;
import greenpair.registry.source.Mapping;
import greenpair.registry.source.MappingReader;
import greenpair.registry.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options that `source check` and `source convert` share: which mapping and which files.
final class SourceOptions {
  @Mixin private Places places = new Places();

  @Parameters(
      index = "0",
      arity = "1",
      paramLabel = "NAME",
      split = ",",
      description = "mapping index-config/sources/NAME.yaml; several: NAME,NAME")
  private List<String> names = new ArrayList<>();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "files, folders or globs (default: those that the mapping names)")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "folder in which the mapping's files are (default: $GREENPAIR_SOURCES, else .)")
  private @org.jspecify.annotations.Nullable Path sources;

  @Option(
      names = "--gazetteer",
      paramLabel = "DIR",
      description = {
        "folder with geonames/ and koppen/ (default: $GREENPAIR_GAZETTEER, else the sources folder)",
        "without these files cities have no coordinates and no climate"
      })
  private @org.jspecify.annotations.Nullable Path gazetteer;

  private Path folder() {
    return folder(sources, "GREENPAIR_SOURCES", Path.of(""));
  }

  private static Path folder(
      @org.jspecify.annotations.Nullable Path given, String variable, Path otherwise) {
    String fromEnvironment = System.getenv(variable);
    if (given != null) {
      return given;
    }
    return fromEnvironment == null || fromEnvironment.isBlank()
        ? otherwise
        : Path.of(fromEnvironment);
  }

  Engine engine() {
    return Engine.read(places.config());
  }

  List<Mapping> mappings(Engine engine) throws IOException {
    Path spots = folder(gazetteer, "GREENPAIR_GAZETTEER", folder());
    Gazetteer known =
        Files.isDirectory(spots.resolve("geonames")) ? Gazetteer.read(spots) : Gazetteer.empty();
    MappingReader reader = new MappingReader(engine.folder(), engine.finder(), known);
    if (names.size() > 1 && !files.isEmpty()) {
      throw new IllegalArgumentException("files go with one mapping; got " + names);
    }
    return names.stream().map(reader::read).toList();
  }

  SourceFiles files(Mapping mapping) {
    return files.isEmpty() ? mapping.files(folder()) : mapping.files(files);
  }
}
