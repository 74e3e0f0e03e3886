package greenpair.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.Entry;
import greenpair.index.SmallCatalog;
import greenpair.resolve.name.Party;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyTest {
  /// `ODA` is a list of countries, and `OD` is no country.
  @ParameterizedTest
  @CsvSource({"ODA,''", "WORLD,''", "US,US", "XK,XK", "US-CA CN-GD,CN US", "US ODA,''", "ASIA,''"})
  void markets_areCountries_andUnknownForListsOfCountries(String names, String countries) {
    String market = "'market':{'in':['" + names.replace(" ", "','") + "']}";
    Entry firm = SmallCatalog.entry("firm", "acme", "Acme", market);
    Set<String> found = Party.of(firm, "test").orElseThrow().markets();
    assertEquals(countries, String.join(" ", new TreeSet<>(found)));
  }
}
