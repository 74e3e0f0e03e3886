package greenpair.cli.source;

import module java.base;

import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Subcommand;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.SourceFiles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Options that `source check` and `source convert` share: which mapping and which files.
abstract class MappingCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "NAME")
  private String name = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE")
  private List<Path> files = new ArrayList<>();

  @Mixin private SourceFolders folders = new SourceFolders();

  Mapping mapping(CommandWiring wiring) throws IOException {
    return wiring
        .reindexed()
        .mappings(List.of(name), folders.gazetteer(places.settings()))
        .getFirst();
  }

  SourceFiles source(Mapping mapping) {
    return files.isEmpty()
        ? mapping.files(folders.folder(places.settings()))
        : mapping.files(files);
  }
}
