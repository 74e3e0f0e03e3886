package greenpair.bench;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Solution;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.CatalogJson;

/// The demonstration cohort: the distributions that generated catalogs are scaled from.
record Fixtures(
    Taxonomy taxonomy,
    List<City> cities,
    List<Need> needs,
    List<Firm> firms,
    List<Financier> financiers,
    List<Solution> solutions,
    List<Deployment> deployments) {
  static Fixtures read(Path folder, Taxonomy taxonomy) {
    Fixtures fixtures =
        new Fixtures(
            taxonomy,
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    new CatalogFiles(List.of(folder), new CatalogJson(taxonomy)).read(fixtures::add);
    return fixtures;
  }

  private void add(LineResult reading) {
    Entry entry =
        switch (reading) {
          case LineResult.Accepted accepted -> accepted.entry();
          case LineResult.Rejected rejected -> throw new IllegalStateException(rejected.toString());
        };
    switch (entry) {
      case City city -> cities.add(city);
      case Need need -> needs.add(need);
      case Firm firm -> firms.add(firm);
      case Financier financier -> financiers.add(financier);
      case Solution solution -> solutions.add(solution);
      case Deployment deployment -> deployments.add(deployment);
      case greenpair.catalog.Programme programme -> {}
      case greenpair.catalog.Expert expert -> {}
    }
  }

  List<Entry> all() {
    List<Entry> all = new ArrayList<>(cities);
    all.addAll(needs);
    all.addAll(firms);
    all.addAll(financiers);
    all.addAll(solutions);
    all.addAll(deployments);
    return all;
  }

  int count(Kind kind) {
    return switch (kind) {
      case CITY -> cities.size();
      case NEED -> needs.size();
      case FIRM -> firms.size();
      case FINANCIER -> financiers.size();
      case SOLUTION -> solutions.size();
      case DEPLOYMENT -> deployments.size();
      case PROGRAMME, EXPERT -> 0;
    };
  }
}
