package greenpair.reindex.run;

import module java.base;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.config.Problems;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.generation.Digests;
import greenpair.match.Recommender;
import greenpair.message.Phrases;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.map.MappingReader;
import greenpair.registry.source.place.Gazetteer;
import greenpair.resolve.name.ResolveSettings;
import greenpair.search.Search;

/// The configuration under which runs read and write, checked.
public record Configuration(
    ConfigFolder folder,
    Digests digests,
    Taxonomy taxonomy,
    IndexSettings indexSettings,
    ConceptFinder finder,
    CatalogJson json,
    Recommender recommender,
    Search search,
    Phrases phrases,
    PublishSettings publishing) {
  /// Reads mappings of registries by their names; all of them when none is named.
  ///
  /// @param gazetteer folder with `geonames/` and `koppen/`; without these files cities have no
  ///     coordinates and no climate
  /// @throws greenpair.registry.source.read.SourceException with every fault of the first bad
  ///     mapping
  public List<Mapping> mappings(List<String> names, Path gazetteer) throws IOException {
    Gazetteer known =
        Files.isDirectory(gazetteer.resolve("geonames"))
            ? Gazetteer.read(gazetteer)
            : Gazetteer.empty();
    MappingReader reader = new MappingReader(folder, finder, known);
    return (names.isEmpty() ? reader.names() : names).stream().map(reader::read).toList();
  }

  /// How firms and financiers are resolved.
  public ResolveSettings resolving() {
    Problems problems = new Problems();
    ResolveSettings settings =
        ResolveSettings.read(
            folder.settings(ResolveSettings.FILE, problems),
            folder.lines(ResolveSettings.FORMS, problems),
            folder.lexicon(problems));
    problems.throwIfAny(ResolveSettings.FILE);
    return settings;
  }
}
