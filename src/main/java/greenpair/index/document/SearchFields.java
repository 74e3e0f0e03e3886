package greenpair.index.document;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.Collation;
import greenpair.index.analysis.Names;
import greenpair.index.analysis.Pinyin;
import greenpair.index.analysis.SimplifiedFilter;
import greenpair.index.query.CityTraits;
import greenpair.index.query.FacetValues;
import greenpair.language.ConceptFinder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// The fields of a document that are searched by people, beside those that recommendations use.
public final class SearchFields {
  /// Names, in words of both languages.
  public static final String TITLE = "title";
  /// Labels of its technologies, in words.
  static final String TECHNOLOGIES = "technologies";
  /// All other texts, in words.
  public static final String BODY = "body";
  /// Names of the places that it belongs to or is proven in, in words.
  public static final String PLACES = "places";

  public static final List<String> WORDS = List.of(TITLE, TECHNOLOGIES, BODY, PLACES);

  /// Its first technology code.
  public static final String MAIN = "main";
  /// All codes of its own, of technologies and of finance.
  public static final String OWN = "own";
  /// Codes that its texts name, that its deployments show or that it does not offer itself.
  public static final String MENTIONED = "mentioned";
  /// Whole names without legal forms.
  public static final String WHOLE = "whole";
  /// Syllables of Chinese names, with positions.
  public static final String SOUND = "sound";
  /// Ids of cities in which it is proven: in them, not near them.
  public static final String PROVEN = "proven";
  /// Numbers of its values of all facets, see [FacetTable].
  public static final String FACETS = "facets";
  /// Sort key of the name, by language.
  public static final String SORT = "sort.";
  /// How much evidence stands behind it: 1000 for each step of the best grade, and cases.
  public static final String EVIDENCE = "evidence";

  /// What may be typed to name it: names, their pinyin and its first letters.
  public static final String TYPED = "typed";
  /// The first characters of these as features, so that the most used come first without reading
  /// all, see [#few].
  public static final String FIRST = "first";

  private static final FieldType TERMS = type(IndexOptions.DOCS_AND_FREQS);
  private static final int MOST_CASES = 999;
  private static final int LONGEST_TYPED = 200;
  private static final int FEW_HAN = 3;
  private static final int FEW_LATIN = 5;

  private SearchFields() {}

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /// What is joined to an entry before it is written.
  ///
  /// @param proofs what proves it
  /// @param shown codes of its deployments
  /// @param place the city that it belongs to; null for other kinds
  /// @param places names of the city that it belongs to and of those that it is proven in
  public record Joined(
      List<FacetValues.Proof> proofs,
      Collection<Code> shown,
      @org.jspecify.annotations.Nullable CityTraits place,
      Collection<Text> places) {}

  static void add(
      Document document,
      Entry entry,
      Joined joined,
      FacetTable facets,
      Taxonomy taxonomy,
      ConceptFinder finder) {
    List<String> names = EntryText.names(entry);
    String body = EntryText.body(entry, Language.EN) + EntryText.body(entry, Language.ZH);
    words(document, TITLE, String.join("\n", names));
    words(document, BODY, body);
    words(document, PLACES, both(joined.places));
    words(
        document, TECHNOLOGIES, both(entry.technologies().stream().map(taxonomy::label).toList()));
    codes(document, entry, joined, finder.codes(body).keySet());
    for (String name : names) {
      term(document, WHOLE, Names.whole(name));
      List<String> syllables = Pinyin.syllables(SimplifiedFilter.simplify(name));
      if (syllables.size() > 1) {
        document.add(new TextField(SOUND, String.join(" ", syllables), Field.Store.NO));
        term(document, WHOLE, Pinyin.joined(Names.whole(name)));
      }
    }
    long evidence = evidence(joined.proofs);
    typed(document, names, evidence);
    BytesRef values = facets.pack(FacetValues.of(entry, joined.proofs, joined.place, taxonomy));
    document.add(new BinaryDocValuesField(FACETS, values));
    Set<String> proven = new LinkedHashSet<>();
    for (FacetValues.Proof proof : joined.proofs) {
      if (proof.inCity()) {
        proven.add(proof.city().id().value());
      }
    }
    proven.forEach(city -> term(document, PROVEN, city));
    for (Language language : Language.values()) {
      byte[] key = Collation.key(entry.name().best(language), language);
      document.add(new SortedDocValuesField(SORT + language, new BytesRef(key)));
    }
    document.add(new NumericDocValuesField(EVIDENCE, evidence));
  }

  /// A name can be typed from its beginning or from any of its words, in its own letters, in pinyin
  /// and in the first letters of pinyin. What begins it counts twice as much among the first
  /// characters.
  private static void typed(Document document, List<String> names, long evidence) {
    Map<String, Long> first = new LinkedHashMap<>();
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      String simple = SimplifiedFilter.simplify(name);
      for (String key : List.of(Names.key(name), Pinyin.joined(simple), Pinyin.initials(simple))) {
        keys.add(key);
        begin(first, key, 2 * (1 + evidence));
      }
    }
    for (String name : names) {
      for (String key : Names.inside(name)) {
        keys.add(key);
        begin(first, key, 1 + evidence);
      }
    }
    for (String key : keys) {
      term(document, TYPED, key.substring(0, Math.min(LONGEST_TYPED, key.length())));
    }
    first.forEach((start, use) -> document.add(new FeatureField(FIRST, start, use)));
  }

  /// How many characters of what is typed are features; what begins with more is rare enough to be
  /// walked through.
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

  private static String both(Collection<Text> texts) {
    List<String> all = new ArrayList<>();
    for (Text text : texts) {
      for (Language language : Language.values()) {
        String each = text.in(language);
        if (each != null) {
          all.add(each);
        }
      }
    }
    return String.join("\n", all);
  }

  private static void codes(Document document, Entry entry, Joined joined, Collection<Code> named) {
    Set<Code> own = new LinkedHashSet<>(entry.technologies());
    if (entry instanceof Financier financier) {
      own.addAll(financier.instruments());
      if (financier.type() != null) {
        own.add(financier.type());
      }
    } else if (entry instanceof Need need) {
      own.addAll(need.instruments());
    } else if (entry instanceof greenpair.catalog.Deployment deployment) {
      own.addAll(deployment.instruments());
    }
    Set<Code> mentioned = new LinkedHashSet<>(named);
    mentioned.addAll(joined.shown);
    if (!offers(entry)) {
      mentioned.addAll(entry.technologies());
      own.removeAll(entry.technologies());
    }
    mentioned.removeAll(own);
    own.stream().limit(1).forEach(code -> term(document, MAIN, code.value()));
    own.forEach(code -> term(document, OWN, code.value()));
    mentioned.forEach(code -> term(document, MENTIONED, code.value()));
  }

  /// Who only uses a technology, advises on it or has closed does not offer it.
  private static boolean offers(Entry entry) {
    return switch (entry) {
      case Firm firm ->
          firm.role() != Firm.Role.OPERATOR
              && firm.role() != Firm.Role.ADVISER
              && (firm.partner().status() == null || !firm.partner().status().isGone());
      case greenpair.catalog.City city -> false;
      case Need need -> true;
      case Financier financier -> true;
      case greenpair.catalog.Solution solution -> true;
      case greenpair.catalog.Deployment deployment -> true;
    };
  }

  private static long evidence(List<FacetValues.Proof> proofs) {
    long best = 0;
    for (FacetValues.Proof proof : proofs) {
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

  private static void term(Document document, String field, String value) {
    if (!value.isEmpty()) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  private static void words(Document document, String field, String text) {
    if (!text.isBlank()) {
      document.add(new Field(field, text, TERMS));
    }
  }
}
