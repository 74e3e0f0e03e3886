package greenpair.index.document;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.CityTraits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;

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
    List<JoinedDeployment> joined = joins.of(entry);
    CandidateFeatures features = new CandidateFeatures();
    features.add(entry);
    joined.forEach(each -> features.add(proof(each)));
    // Only ranking uses restricted fields; fields that are searched, counted or highlighted do not
    // contain them.
    Entry open = Disclosure.open(entry);
    Document document = EntryDocumentBuilder.of(open, record, traits(entry, joined), features);
    search.add(document, open, forSearch(open, joined));
    return document;
  }

  private SearchFields.Joined forSearch(Entry entry, List<JoinedDeployment> joined) {
    List<JoinedDeployment> behind = joined;
    Integer place = null;
    switch (entry) {
      case Solution solution -> behind = joins.of(solution.technologies());
      case Deployment deployment -> place = joins.cities().ordinal(deployment.city());
      case Need need -> place = joins.cities().ordinal(need.city());
      case City _, Entry.OfPartner _, Programme _ -> {}
    }
    Set<Integer> named = new LinkedHashSet<>();
    if (place != null) {
      named.add(place);
    }
    List<FacetValues.Proof> proofs = new ArrayList<>();
    Set<Code> shown = new LinkedHashSet<>();
    for (JoinedDeployment each : behind) {
      JoinedDeployment.Common common = each.common();
      if (common.proves()) {
        CityTraits city = joins.cities().at(each.city());
        proofs.add(new FacetValues.Proof(common.grade(), city, common.inCity()));
        shown.addAll(common.codes());
        named.add(each.city());
      }
    }
    return new SearchFields.Joined(
        proofs,
        entry instanceof Solution ? Set.of() : shown,
        place == null ? null : joins.cities().at(place),
        names(named, entry));
  }

  /// Names of cities for the words of an entry, limited because a widely proven solution would
  /// otherwise match every city.
  private List<Text> names(Set<Integer> places, Entry entry) {
    List<Text> names = new ArrayList<>();
    if (entry instanceof Solution) {
      return names;
    }
    for (int ordinal : places) {
      Text name = names.size() < MOST_PLACES ? joins.cityName(ordinal) : null;
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private CandidateFeatures.Proof proof(JoinedDeployment joined) {
    CityTraits city = joins.cities().at(joined.city());
    JoinedDeployment.Common common = joined.common();
    return new CandidateFeatures.Proof(
        common.codes(), common.grade(), common.isPending(), city.country(), city.region());
  }

  private BytesRef traits(Entry entry, List<JoinedDeployment> joined) {
    return entry instanceof City city
        ? codec.pack(CityTraits.of(city))
        : codec.pack(entry, joined.stream().map(JoinedDeployment::packed).toList());
  }
}
