package greenpair.web;

import module java.base;

import greenpair.registry.Riverton;
import greenpair.registry.format.CatalogJson;

/// A server as a process of its own, which says its port and serves until it is killed.
final class KilledServer {
  private KilledServer() {}

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    Cohort cohort = new Cohort(data, Cohort.SETTINGS, codec, InstantSource.system());
    if (Files.exists(data.resolve("publications.tsv"))) {
      cohort.live.refresh();
    } else {
      cohort.publish(Cohort.read(Riverton.before(data.resolveSibling("catalog"))));
    }
    cohort.server.start("127.0.0.1", 0);
    System.out.println(cohort.server.port());
    System.out.flush();
  }
}
