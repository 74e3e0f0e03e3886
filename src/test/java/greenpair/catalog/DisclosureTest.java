package greenpair.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.registry.format.RandomEntries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is left of an entry for those who may not see all of it.
class DisclosureTest {
  private static final String HEARD = "a letter";

  @Seeded
  void restrictedFields_areLeftOutForAll_andNothingElse(Random random) {
    Entry entry = new RandomEntries(random).next();
    Set<String> restricted = entry.profile().restricted().keySet();
    Map<String, Object> expected = FieldTable.known(entry);
    expected.keySet().removeAll(restricted);
    if (restricted.contains("outcome")) {
      expected.keySet().removeAll(Set.of("reason", "results"));
    }
    Entry open = Disclosure.open(entry);
    Map<String, Object> left = FieldTable.known(open);
    if (open instanceof Deployment deployment && restricted.contains("outcome")) {
      assertTrue(
          deployment.parties().stream()
              .allMatch(
                  each ->
                      each.result() == null
                          && each.figure() == null
                          && each.outcome() == null
                          && each.source() == null));
      expected.remove("parties");
      left.remove("parties");
    }
    assertEquals(expected, left);
    assertEquals(entry, Disclosure.to(Set.of(Tier.values()), entry));
  }

  /// By the components and not by their keys: a renamed one may not become public.
  @Seeded
  void fieldThatIsRestricted_isUnknownToAll(Random random) {
    Entry entry = new RandomEntries(random).next();
    Entry open = Disclosure.open(entry);
    for (String field : entry.profile().restricted().keySet()) {
      Object left =
          switch (open) {
            case Need need when field.equals("budget") -> need.budget();
            case Financier financier when field.equals("ticket") -> financier.ticket();
            case Financier financier when field.equals("deals") -> list(financier.deals());
            case Financier financier when field.equals("terms") -> financier.terms();
            case Expert expert when field.equals("days") -> expert.days();
            case Deployment deployment when field.equals("cost") -> deployment.cost();
            case Deployment deployment when field.equals("outcome") -> deployment.outcome();
            case Entry.OfPartner partner when field.equals("preferences") ->
                partner.partner().preferences();
            case Entry.OfPartner partner when field.equals("contact_persons") ->
                list(partner.partner().contactPersons());
            case City city when field.equals("contact_persons") -> list(city.contactPersons());
            default -> throw new IllegalStateException(field + " of " + entry.kind());
          };
      assertNull(left, field);
    }
  }

  private static @Nullable Object list(List<?> values) {
    return values.isEmpty() ? null : values;
  }

  @Test
  void keyThatARecordDoesNotHave_isRefused() {
    Text text = new Text("Lee", null);
    assertThrows(IllegalArgumentException.class, () -> FieldTable.with(text, "english", "Li"));
    assertThrows(
        IllegalArgumentException.class, () -> FieldTable.with(text, Map.of("english", "Li")));
    assertThrows(
        IllegalArgumentException.class, () -> FieldTable.keys(Need.class, "budget", "bugdet"));
    assertThrows(
        IllegalArgumentException.class, () -> FieldTable.keysOfEntries("budget", "bugdet"));
  }

  @Seeded
  void furtherPersons_areAdded_privateWithTheirSource(Random random) {
    Entry entry = new RandomEntries(random).next();
    var person = new Partner.ContactPerson(new Text("Lee", null), null, "lee@acme.example", null);
    var source = new Provenance(HEARD, null, null, true, null);
    Entry more = Disclosure.withPersons(entry, List.of(person), source);
    if (!Disclosure.hasPersons(entry.kind())) {
      assertSame(entry, more);
      return;
    }
    Map<String, Object> known = FieldTable.known(more);
    assertEquals(person, ((List<?>) known.getOrDefault("contact_persons", List.of())).getLast());
    assertEquals(source, more.profile().provenance().getLast());
    assertTrue(more.profile().restricted().containsKey("contact_persons"));
  }
}
