package greenpair.web.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.program.follow.CatalogChange;
import greenpair.program.follow.Changes.Change;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The page to which a change leads.
class ChangeViewTest {
  private static final EntryId JILIN = new EntryId("cn-jilin");
  private static final EntryId HEAT = new EntryId("heat");
  private static final EntryId ACME = new EntryId("acme");
  private static final Text NAME = new Text("Name", "名称");

  private static String page(
      CatalogChange.Sort sort,
      Kind kind,
      EntryId entry,
      @Nullable EntryId city,
      @Nullable EntryId need) {
    Map<String, Object> arguments = Map.of("city", NAME, "partner", NAME, "need", NAME);
    CatalogChange finding = new CatalogChange(sort, kind, entry, city, need, arguments);
    Instant now = Instant.parse("2026-03-01T08:00:00Z");
    return ChangeView.of(new Change(1, "c1", "token x", finding, "g1", "g2", now)).page();
  }

  @Test
  void whatIsGone_leadsToNoPageThatIsMissing() {
    assertEquals("/changes", page(CatalogChange.Sort.CITY_GONE, Kind.CITY, JILIN, JILIN, null));
    assertEquals("/changes", page(CatalogChange.Sort.PARTNER_GONE, Kind.FIRM, ACME, null, null));
  }

  @Test
  void others_leadToTheirEntry() {
    assertEquals(
        "/cities/cn-jilin?need=heat",
        page(CatalogChange.Sort.PARTNER_GONE, Kind.NEED, HEAT, JILIN, HEAT));
    assertEquals(
        "/partners/firm/acme",
        page(CatalogChange.Sort.PARTNER_CLOSED, Kind.FIRM, ACME, null, null));
  }
}
