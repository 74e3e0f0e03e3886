package greenpair.web.catalog;

import module java.base;

import greenpair.catalog.Disclosure;
import greenpair.catalog.Disclosure.WholeEntry;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Provenance;
import greenpair.catalog.Tier;
import greenpair.index.read.Snapshot;
import greenpair.program.Contacts.Contact;
import greenpair.program.access.Caller;

/// The view of the catalog of one caller, for one request.
public final class DisclosureView {
  private static final Provenance OFFICE =
      new Provenance(
          "programme office", null, null, null, null, true, null, List.of("contact_persons"));

  private final Caller caller;
  private final Consumer<List<String>> book;
  private final Contacts contacts;
  private final List<String> secrets = new ArrayList<>();

  /// Finds the persons of an entry whom the programme keeps and the caller may see.
  interface Contacts {
    List<Contact> of(Kind kind, EntryId id);
  }

  /// @param book receives the private data that was shown, such as `need n1: budget`
  DisclosureView(Caller caller, Consumer<List<String>> book, Contacts contacts) {
    this.caller = caller;
    this.book = book;
    this.contacts = contacts;
  }

  public static DisclosureView open() {
    return new DisclosureView(Caller.ANONYMOUS, subjects -> {}, (kind, id) -> List.of());
  }

  boolean isOpen() {
    return !caller.isSignedIn();
  }

  public Entry see(Entry open, Snapshot snapshot) {
    if (isOpen()) {
      return open;
    }
    return withContacts(open.profile().restricted().isEmpty() ? open : disclosed(open, snapshot));
  }

  private Entry withContacts(Entry entry) {
    List<ContactPerson> persons =
        contacts.of(entry.kind(), entry.id()).stream().map(Contact::person).toList();
    if (persons.isEmpty()) {
      return entry;
    }
    secrets.add(entry.kind().word() + " " + entry.id() + ": contact_persons");
    return Disclosure.withPersons(entry, persons, OFFICE);
  }

  private Entry disclosed(Entry open, Snapshot snapshot) {
    WholeEntry whole = snapshot.whole(open.kind(), open.id()).orElseThrow();
    EntryId city = whole.city();
    Set<Tier> tiers = EnumSet.noneOf(Tier.class);
    for (Tier tier : Tier.values()) {
      if (caller.maySee(tier, city)) {
        tiers.add(tier);
      }
    }
    whole
        .restricted()
        .forEach(
            (field, tier) -> {
              if (tier == Tier.PRIVATE && tiers.contains(tier)) {
                secrets.add(open.kind().word() + " " + open.id() + ": " + field);
              }
            });
    return whole.to(tiers);
  }

  /// Audits the private data that was shown.
  public void writeDown() {
    if (!secrets.isEmpty()) {
      book.accept(secrets.stream().distinct().toList());
    }
  }
}
