package greenpair.registry.source.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.Deployment.Party;
import greenpair.catalog.Deployment.Role;
import greenpair.catalog.Deployment.Success;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Text;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MergerTest {
  private static final CatalogJson JSON =
      new CatalogJson(new ConfigFolder(Path.of("index-config")).taxonomy());

  private static final Map<String, Object> FIRST =
      Map.of(
          "kind",
          "firm",
          "id",
          "acme",
          "name",
          Map.of("en", "Acme"),
          "provenance",
          List.of(Map.of("source", "a register", "verified", true)));

  private static Map<String, Object> other(Map<String, Object> more) {
    Map<String, Object> entry = new java.util.LinkedHashMap<>(FIRST);
    entry.put("provenance", List.of(Map.of("source", "a list", "verified", true)));
    entry.putAll(more);
    return entry;
  }

  private static Entry entry(Map<String, Object> fields) {
    return JSON.accepted(JsonMapper.shared().writeValueAsBytes(fields));
  }

  /// Merges entries that are written as maps, as lines are.
  @SuppressWarnings("unchecked")
  private static Map<String, Object> merge(
      Merger merger, Map<String, Object> first, Map<String, Object> next) {
    Entry one = entry(first);
    Entry both = FieldTable.with(one, merger.merge(one, entry(next)));
    return JsonMapper.shared().readValue(JSON.encode(both), Map.class);
  }

  private static Object sources(Map<String, Object> entry) {
    return java.util.Objects.requireNonNull(entry.get("provenance"));
  }

  @Test
  void source_namesTheFields_thatAreKnownFromItAlone() {
    Map<String, Object> merged =
        merge(
            Merger.ofRows(9),
            FIRST,
            other(Map.of("website", "https://acme.example", "founded", 1999)));
    assertEquals(
        List.of(
            Map.of("source", "a register", "verified", true),
            Map.of("source", "a list", "verified", true, "fields", List.of("founded", "website"))),
        sources(merged));
    assertEquals(1999, merged.get("founded"));
  }

  @Test
  void source_thatAddsNothing_standsForTheEntryAlone() {
    assertEquals(
        List.of(
            Map.of("source", "a register", "verified", true),
            Map.of("source", "a list", "verified", true, "fields", List.of("id"))),
        sources(merge(Merger.ofRows(9), FIRST, other(Map.of()))));
  }

  @Test
  void source_thatStandsThereAlready_isNamedOnce() {
    Merger merger = Merger.ofRows(9);
    Map<String, Object> twice = merge(merger, FIRST, other(Map.of("founded", 1999)));
    assertEquals(sources(twice), sources(merge(merger, twice, other(Map.of()))));
    assertEquals(sources(FIRST), sources(merge(merger, FIRST, FIRST)));
  }

  @Test
  void field_ofTheFirst_keepsItsSource_whatTheNextSaysOfIt() {
    Map<String, Object> first = new java.util.LinkedHashMap<>(FIRST);
    first.put("founded", 1998);
    Map<String, Object> merged = merge(Merger.ofRows(9), first, other(Map.of("founded", 1999)));
    assertEquals(1998, merged.get("founded"));
    assertEquals(
        List.of(
            Map.of("source", "a register", "verified", true),
            Map.of("source", "a list", "verified", true, "fields", List.of("id"))),
        sources(merged));
  }

  private static Object unverified(Map<String, Object> first, Map<String, Object> next) {
    return merge(Merger.ofSources(9), first, next).getOrDefault("unverified", List.of());
  }

  @Test
  void uncheckedField_ofTheNext_remainsUnchecked() {
    Map<String, Object> first = other(Map.of("founded", 1999, "unverified", List.of("founded")));
    Map<String, Object> next =
        other(Map.of("website", "https://acme.example", "unverified", List.of("website")));
    assertEquals(List.of("founded", "website"), unverified(first, next));
  }

  @Test
  void uncheckedEntry_withACheckedOne_isCheckedInWhatThatSays() {
    Map<String, Object> source = Map.of("source", "a form", "verified", false);
    Map<String, Object> form =
        other(Map.of("founded", 1999, "provenance", List.of(source), "aliases", List.of("A")));
    Map<String, Object> register = other(Map.of("aliases", List.of("B")));
    assertEquals(List.of("aliases", "founded"), unverified(form, register));
    assertEquals(List.of("aliases", "founded"), unverified(register, form));
    assertEquals(List.of("aliases"), unverified(form, other(Map.of("founded", 1999))));
  }

  @Test
  void uncheckedHalf_ofAText_leavesItUnchecked() {
    Map<String, Object> first =
        other(
            Map.of(
                "description",
                Map.of("en", "Makes pumps."),
                "founded",
                1999,
                "unverified",
                List.of("founded")));
    Map<String, Object> next =
        other(Map.of("description", Map.of("zh", "生产水泵。"), "unverified", List.of("description")));
    assertEquals(List.of("description", "founded"), unverified(first, next));
  }

  private static final Map<String, Object> LETTER =
      Map.of("source", "a register", "verified", true, "fields", List.of("preferences"));

  private static final Map<String, Object> WISHES =
      Map.of(
          "preferences",
          Map.of("stated", "2026", "clients", List.of("city")),
          "provenance",
          List.of(LETTER));

  @Test
  void sourceOfPreferences_ofTheSameName_isKeptWithThem() {
    Map<String, Object> merged = merge(Merger.ofSources(9), FIRST, other(WISHES));
    assertEquals(
        List.of(Map.of("source", "a register", "verified", true), LETTER), sources(merged));
  }

  @Test
  void sourceOfPreferences_amongTooMany_isKept() {
    Merger merger = Merger.ofSources(2);
    Map<String, Object> two = merge(merger, FIRST, other(Map.of()));
    Map<String, Object> merged = merge(merger, two, other(WISHES));
    assertEquals(
        List.of(Map.of("source", "a register", "verified", true), LETTER), sources(merged));
  }

  private static Party party(String firm, Role role, @Nullable Double share) {
    return new Party(new EntryId(firm), role, share, null, null, null, null, null, List.of());
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // They are only read.
  private static List<Party> united(List<Party>... rows) {
    return Stream.of(rows).reduce(DeploymentParties::unite).orElseThrow();
  }

  /// Units of one plant with the same owners have their shares, those with others have none.
  @Test
  void shares_ofUnitsWithOtherOwners_areUnknown() {
    List<Party> ours = List.of(party("a", Role.OWNER, 77.0), party("b", Role.OWNER, 6.0));
    List<Party> theirs = List.of(party("c", Role.OWNER, 100.0));
    Party operator = party("a", Role.OPERATOR, null);
    assertEquals(ours, united(ours, ours));
    assertEquals(
        List.of(ours.getFirst(), ours.getLast(), operator), united(ours, List.of(operator)));
    List<Party> owners =
        Stream.of("a", "b", "c").map(firm -> party(firm, Role.OWNER, null)).toList();
    assertEquals(owners, united(ours, theirs));
    assertEquals(owners, united(ours, theirs, theirs), "a third unit gives no share back");
  }

  @Test
  void shares_ofFirmsThatAreOne_areAddedUp() {
    assertEquals(
        List.of(party("a", Role.OWNER, 83.0), party("c", Role.OWNER, 17.0)),
        DeploymentParties.together(
            List.of(
                party("a", Role.OWNER, 77.0),
                party("c", Role.OWNER, 17.0),
                party("a", Role.OWNER, 6.0))));
  }

  /// What a less trusted source says must not replace the words of the first.
  @Test
  void partOfAFirm_toldTwice_keepsTheFirstWords_andIsFilled() {
    EntryId firm = new EntryId("a");
    Text made = new Text("made them", null);
    Party first = new Party(firm, Role.MAKER, null, made, null, null, null, null, List.of());
    Party next =
        new Party(
            firm,
            Role.MAKER,
            null,
            new Text("sold", null),
            Success.GOOD,
            null,
            null,
            null,
            List.of());
    assertEquals(
        List.of(new Party(firm, Role.MAKER, null, made, Success.GOOD, null, null, null, List.of())),
        DeploymentParties.fill(List.of(first), List.of(next)));
  }

  /// A conflict of interest that only one of two sources names would otherwise be forgotten.
  @Test
  void conflictsAndExperts_ofBothSources_areKept() {
    Map<String, Object> one = Map.of("firm", "acme", "provenance", letter("a form"));
    Map<String, Object> two = Map.of("firm", "byd", "provenance", letter("a journal"));
    Map<String, Object> field = Map.of("kind", "expert", "technologies", List.of("TRN"));
    Map<String, Object> expert = other(field);
    expert.put("conflicts", List.of(one));
    Map<String, Object> same = other(field);
    same.put("conflicts", List.of(two));
    assertEquals(List.of(one, two), merge(Merger.ofSources(9), expert, same).get("conflicts"));
    Map<String, Object> built = Map.of("kind", "deployment", "city", "xx-a", "grade", "B");
    Map<String, Object> plant = other(built);
    plant.put("experts", List.of("li"));
    Map<String, Object> again = other(built);
    again.put("experts", List.of("wu"));
    assertEquals(List.of("li", "wu"), merge(Merger.ofRows(9), plant, again).get("experts"));
  }

  private static Map<String, Object> letter(String source) {
    return Map.of("source", source, "verified", true);
  }
}
