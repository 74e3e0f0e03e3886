package greenpair.bench;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;

/// A generated catalog of some size, its folder and its index, each made when it is first wanted.
record Setup(Workbench workbench, CatalogGenerator generator, int firms) {
  static Setup of(int firms) {
    Workbench workbench = new Workbench(Path.of("index-config"));
    Fixtures fixtures = Fixtures.read(Path.of("fixtures"), workbench.taxonomy());
    return new Setup(workbench, new CatalogGenerator(fixtures, firms, Catalogs.SEED), firms);
  }

  Path catalog() throws IOException {
    return Catalogs.folder(generator, firms, workbench.json());
  }

  Path data() {
    return Catalogs.ROOT.resolve("data-" + firms);
  }

  /// The index of the catalog, rebuilt if it is missing or of another configuration.
  LiveIndex open() throws IOException {
    LiveIndex live = workbench.open(data());
    if (live.isReady()) {
      return live;
    }
    live.close();
    workbench.reindex(List.of(catalog()), data());
    return workbench.open(data());
  }

  int entries() {
    return Stream.of(Kind.values()).mapToInt(generator::count).sum();
  }
}
