package greenpair.web.catalog;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Tier;
import greenpair.catalog.WholeEntry;
import greenpair.index.read.Snapshot;
import greenpair.program.access.Caller;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The view of the catalog of one caller, for one request.
public final class DisclosureView {
  private final Caller caller;
  private final Consumer<List<String>> book;
  private final List<String> secrets = new ArrayList<>();

  /// @param book receives the private data that was shown, such as `need n1: budget`
  DisclosureView(Caller caller, Consumer<List<String>> book) {
    this.caller = caller;
    this.book = book;
  }

  /// The public view.
  public static DisclosureView open() {
    return new DisclosureView(Caller.ANONYMOUS, subjects -> {});
  }

  /// Whether this is the public view.
  boolean isOpen() {
    return !caller.isSignedIn();
  }

  /// A name that distinguishes different views, used as a cache key.
  String name() {
    return caller.role() + " " + caller.cities().stream().sorted().toList();
  }

  /// The entry in this view.
  ///
  /// @param open the public view of it
  public Entry see(Entry open, Snapshot snapshot) {
    if (isOpen() || open.profile().restricted().isEmpty()) {
      return open;
    }
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
      book.accept(List.copyOf(secrets));
    }
  }
}
