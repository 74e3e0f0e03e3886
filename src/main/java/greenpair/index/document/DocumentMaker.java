package greenpair.index.document;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Creates the complete document of an entry from its record and the joined data.
public final class DocumentMaker {
  /// Maximum number of places by whose names an entry is found.
  private static final int MOST_PLACES = 50;

  private final Joins joins;
  private final TraitsCodec codec;
  private final SearchFields search;

  public DocumentMaker(Joins joins, TraitsCodec codec, Taxonomy taxonomy, IndexSettings settings) {
    this.joins = joins;
    this.codec = codec;
    this.search = new SearchFields(taxonomy, settings);
  }

  /// Makes the document of an entry.
  public Document document(Entry entry, byte[] record) {
    Document document = withoutMeaning(entry, record);
    addMeaning(document, entry);
    return document;
  }

  /// Adds the direction of the texts of an entry to its document, on any thread.
  public void addMeaning(Document document, Entry entry) {
    search.addMeaning(document, Disclosure.open(entry));
  }

  public Document withoutMeaning(Entry entry, byte[] record) {
    List<Precedent> joined = joins.of(entry);
    CandidateFeatures features = new CandidateFeatures();
    features.add(entry);
    joined.forEach(features::add);
    // Only ranking uses restricted fields; fields that are searched, counted or highlighted do not
    // contain them.
    Entry open = Disclosure.open(entry);
    Document document = EntryDocumentBuilder.of(open, record, traits(entry, joined), features);
    search.add(document, open, forSearch(open, joined));
    return document;
  }

  private SearchFields.Joined forSearch(Entry entry, List<Precedent> own) {
    EntryId place =
        switch (entry) {
          case Deployment deployment -> deployment.city();
          case Need need -> need.city();
          case City _, Entry.OfPartner _, Solution _, Programme _ -> null;
        };
    Set<EntryId> named = new LinkedHashSet<>();
    List<Precedent> proofs = new ArrayList<>();
    Set<Code> shown = new LinkedHashSet<>();
    for (Precedent each : entry instanceof Solution ? joins.of(entry.technologies()) : own) {
      if (each.proves()) {
        proofs.add(each);
        shown.addAll(each.technologies());
        named.add(each.city().id());
      }
    }
    own.forEach(each -> named.add(each.city().id()));
    return new SearchFields.Joined(
        proofs,
        entry instanceof Solution ? Set.of() : shown,
        place == null ? null : joins.city(place),
        seat(entry, place),
        names(named, entry));
  }

  /// The name of the city that an entry is or belongs to, or where an organisation has its seat.
  private @Nullable Text seat(Entry entry, @Nullable EntryId place) {
    Partner.Headquarters seat = Entry.partner(entry).headquarters();
    return entry instanceof City city
        ? city.name()
        : place != null ? joins.cityName(place) : seat == null ? null : seat.city();
  }

  /// Names of cities for the words of an entry, limited because a widely proven solution would
  /// otherwise match every city.
  private List<Text> names(Set<EntryId> places, Entry entry) {
    List<Text> names = new ArrayList<>();
    if (entry instanceof Solution) {
      return names;
    }
    for (EntryId place : places) {
      Text name = names.size() < MOST_PLACES ? joins.cityName(place) : null;
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private BytesRef traits(Entry entry, List<Precedent> joined) {
    return entry instanceof City city ? codec.pack(CityTraits.of(city)) : codec.pack(entry, joined);
  }
}
