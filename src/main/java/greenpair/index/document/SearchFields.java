package greenpair.index.document;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.analysis.NameKeys;
import greenpair.index.analysis.Strengths;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Facet;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.Precedent;
import greenpair.text.Pinyin;
import greenpair.text.Simplified;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// The fields for user searches, beside those for recommendations.
public final class SearchFields {
  private static final FieldType PLACE_WORDS = placeWords();
  private static final int MOST_CASES = 999;
  private static final int LONGEST_TYPED = 200;
  private static final int FEW_HAN = 3;
  private static final int FEW_LATIN = 5;

  private final Taxonomy taxonomy;
  private final ConceptFinder finder;
  private final ConceptFields concepts;
  private final TextAnalyzers analysis;
  private final Strengths strengths;
  private final IndexSettings settings;

  /// Words of the labels of technologies.
  private final Map<Code, List<String>> labels = new HashMap<>();

  SearchFields(Taxonomy taxonomy, IndexSettings settings) {
    this.taxonomy = taxonomy;
    this.finder = new ConceptFinder(taxonomy, settings.terms());
    this.concepts = new ConceptFields(taxonomy, settings.strengths());
    this.analysis = new TextAnalyzers(settings);
    this.strengths = settings.strengths();
    this.settings = settings;
  }

  /// Only whether a place is named matters, not how often.
  private static FieldType placeWords() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  /// The data joined to an entry before it is written.
  ///
  /// @param shown codes of its deployments
  /// @param place the city that it belongs to; null for other kinds
  /// @param seat name of the city that it is or belongs to or has its seat in; null for none
  /// @param places names of the cities in which it is proven or, behind these, has other cases
  public record Joined(
      List<Precedent> proofs,
      Collection<Code> shown,
      @org.jspecify.annotations.Nullable CityTraits place,
      @org.jspecify.annotations.Nullable Text seat,
      Collection<Text> places) {}

  void add(Document document, Entry entry, Joined joined) {
    List<String> names = EntryText.names(entry);
    String body = EntryText.body(entry, Language.EN) + EntryText.body(entry, Language.ZH);
    words(document, names, body, joined, entry);
    EntryText.only(entry).ifPresent(language -> term(document, IndexFields.ONLY, language.word()));
    concepts.add(document, entry, joined.shown, finder.codes(body).keySet());
    for (String name : names) {
      String whole = NameKeys.whole(name);
      whole(document, whole);
      if (entry.kind() == Kind.CITY && !NameKeys.city(whole).equals(whole)) {
        whole(document, NameKeys.city(whole));
      }
      List<String> syllables = Pinyin.syllables(Simplified.characters(name));
      if (syllables.size() > 1) {
        document.add(new TextField(IndexFields.SOUND, String.join(" ", syllables), Field.Store.NO));
        Pinyin.readings(whole).forEach(reading -> whole(document, reading));
      }
    }
    long evidence = evidence(joined.proofs);
    if (Kind.TYPED.contains(entry.kind())) {
      typed(document, names, evidence);
    }
    Map<Facet, Set<String>> values = FacetValues.of(entry, joined.proofs, joined.place, taxonomy);
    values.forEach(
        (facet, each) ->
            each.forEach(
                value -> term(document, IndexFields.FACET, IndexFields.facetTerm(facet, value))));
    for (String region : FacetValues.regions(entry, joined.proofs, joined.place)) {
      term(document, IndexFields.FACET, IndexFields.facetTerm(Facet.COUNTRY, region));
    }
    for (String code : FacetValues.seat(entry, joined.place)) {
      term(document, IndexFields.FACET, IndexFields.seatTerm(code));
    }
    if (entry instanceof Deployment deployment) {
      for (Kind kind : Kind.PARTNERS) {
        deployment
            .partners(kind)
            .forEach(id -> term(document, IndexFields.PARTNER, IndexFields.partnerTerm(kind, id)));
      }
    }
    FacetValues.states(entry)
        .forEach(state -> term(document, IndexFields.FACET, IndexFields.stateTerm(state)));
    Set<String> proven = new LinkedHashSet<>();
    for (Precedent proof : joined.proofs) {
      if (proof.inCity()) {
        proven.add(proof.city().id().value());
      }
    }
    proven.forEach(city -> term(document, IndexFields.PROVEN, city));
    for (Language language : Language.values()) {
      byte[] key = NameKeys.sort(entry.name().best(language), language);
      document.add(new SortedDocValuesField(IndexFields.SORT + language, new BytesRef(key)));
    }
    document.add(new NumericDocValuesField(IndexFields.EVIDENCE, evidence));
    SortFields.add(document, entry, joined);
  }

  void addMeaning(Document document, Entry entry) {
    VectorField.add(document, entry, EntryText.names(entry), labels(entry), settings);
  }

  /// A name can be typed from its beginning or from any of its words, in its own letters, in pinyin
  /// and in the first letters of pinyin. A match at the beginning counts twice as much among the
  /// first characters.
  private static void typed(Document document, List<String> names, long evidence) {
    Map<String, Long> first = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      String simple = Simplified.characters(name);
      List<String> begins = new ArrayList<>(List.of(NameKeys.key(name), Pinyin.initials(simple)));
      begins.addAll(Pinyin.readings(simple));
      for (String key : begins) {
        keys.add(key);
        begin(first, key, 2 * (1 + evidence));
      }
    }
    for (String name : names) {
      for (String key : NameKeys.inside(name)) {
        keys.add(key);
        begin(first, key, 1 + evidence);
      }
    }
    for (String key : keys) {
      term(document, IndexFields.TYPED, key.substring(0, Math.min(LONGEST_TYPED, key.length())));
    }
    EntryDocumentBuilder.features(document, IndexFields.FIRST, first);
  }

  /// Number of typed characters that are features; longer prefixes are rare enough to iterate over.
  public static int few(String key) {
    boolean isHan = !key.isEmpty() && Character.isIdeographic(key.charAt(0));
    return Math.min(isHan ? FEW_HAN : FEW_LATIN, key.length());
  }

  private static void begin(Map<String, Long> first, String key, long use) {
    for (int length = 1; length <= few(key); length++) {
      if (!Character.isHighSurrogate(key.charAt(length - 1))) {
        first.putIfAbsent(key.substring(0, length), use);
      }
    }
  }

  private String labels(Entry entry) {
    return both(entry.technologies().stream().map(taxonomy::label).toList());
  }

  private static String both(Collection<Text> texts) {
    return texts.stream().flatMap(each -> each.all().stream()).collect(Collectors.joining("\n"));
  }

  private static long evidence(List<Precedent> proofs) {
    long best = 0;
    for (Precedent proof : proofs) {
      best = Math.max(best, step(proof.grade()));
    }
    return 1000 * best + Math.min(MOST_CASES, proofs.size());
  }

  private static long step(greenpair.catalog.Grade grade) {
    return switch (grade) {
      case A -> 4;
      case B -> 3;
      case C -> 2;
      case D -> 1;
    };
  }

  /// The term of a whole name: a hash of 64 bits, because names are long and only looked up.
  public static Term whole(String name) {
    long hash = StringHelper.murmurhash3_x64_128(new BytesRef(name))[0];
    return new Term(
        IndexFields.WHOLE, new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(hash).array()));
  }

  private static void whole(Document document, String name) {
    if (!name.isEmpty()) {
      document.add(new StringField(IndexFields.WHOLE, whole(name).bytes(), Field.Store.NO));
    }
  }

  private static void term(Document document, String field, String value) {
    if (!value.isEmpty()) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  private List<String> words(Code technology) {
    return analysis.all(IndexFields.WORDS, both(List.of(taxonomy.label(technology))));
  }

  /// Each text is analysed here, once, and not by the thread that writes the index.
  private void words(
      Document document, List<String> names, String body, Joined joined, Entry entry) {
    Set<Text> named = new LinkedHashSet<>(joined.places);
    if (joined.seat != null) {
      document.add(new Field(IndexFields.SEAT, both(List.of(joined.seat)), PLACE_WORDS));
      named.add(joined.seat);
    }
    String places = both(named);
    if (!places.isBlank()) {
      document.add(new Field(IndexFields.PLACES, places, PLACE_WORDS));
    }
    List<String> title = analysis.all(IndexFields.TITLE, String.join("\n", names));
    TermsField titles = new TermsField(IndexFields.TITLE, TermsField.WITH_LENGTH);
    titles.add(title, 1);
    TermsField all = new TermsField(IndexFields.WORDS, TermsField.WITH_LENGTH);
    all.add(title, strengths.field(IndexFields.TITLE));
    for (Code code : entry.technologies()) {
      all.add(labels.computeIfAbsent(code, this::words), strengths.field(Strengths.TECHNOLOGIES));
    }
    all.add(analysis.all(IndexFields.WORDS, body), strengths.field(Strengths.BODY));
    all.add(analysis.all(IndexFields.WORDS, places), strengths.field(IndexFields.PLACES));
    for (TermsField field : List.of(titles, all)) {
      if (!field.isEmpty()) {
        document.add(field);
      }
    }
  }
}
