package greenpair.index.analysis;

import module java.base;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Settings;
import greenpair.index.contract.IndexFields;

/// Weights of the words and concepts of an entry by their position in it. They are written into the
/// index, as one posting for each word and one for each concept that an entry matches, so a change
/// needs a new generation.
///
/// @param fields weight of a word by the field in which it occurs, whole numbers
/// @param main how much a concept counts as an entry's first technology, in [0, 1]
/// @param own how much as another one of its own
/// @param relations weight by the taxonomy relation of the entry's code to the wanted code
public record Strengths(
    Map<String, Integer> fields,
    double main,
    double own,
    double mentioned,
    Map<Taxonomy.Relation, Double> relations) {
  /// Names, in words of both languages.
  public static final String TITLE = IndexFields.TITLE;
  public static final String TECHNOLOGIES = "technologies";
  /// All other texts.
  public static final String BODY = "body";
  /// Names of the places that it belongs to or is proven in.
  public static final String PLACES = IndexFields.PLACES;

  private static final List<String> SOURCES = List.of(TITLE, TECHNOLOGIES, BODY, PLACES);
  private static final int MOST = 100;

  public Strengths {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    relations = Collections.unmodifiableMap(new EnumMap<>(relations));
  }

  static Strengths read(Settings all) {
    Settings field = all.child("fields");
    Map<String, Integer> fields = new LinkedHashMap<>();
    for (String name : SOURCES) {
      fields.put(name, field.whole(name, 1, MOST));
    }
    Settings place = all.child("places");
    double main = place.number("main", 0, 1);
    double own = place.number("own", 0, 1);
    double mentioned = place.number("mentioned", 0, 1);
    Map<Taxonomy.Relation, Double> relations =
        all.numbers("relations", Taxonomy.Relation.RELATED, 0, 1);
    relations.put(Taxonomy.Relation.NONE, 0.0);
    return new Strengths(fields, main, own, mentioned, relations);
  }

  /// Every word counts once, and a concept matches only its own code.
  public static Strengths plain() {
    Map<String, Integer> fields = new LinkedHashMap<>();
    SOURCES.forEach(name -> fields.put(name, 1));
    Map<Taxonomy.Relation, Double> relations = new EnumMap<>(Taxonomy.Relation.class);
    for (Taxonomy.Relation each : Taxonomy.Relation.values()) {
      relations.put(each, each == Taxonomy.Relation.SAME ? 1.0 : 0.0);
    }
    return new Strengths(fields, 1, 1, 1, relations);
  }

  public int field(String name) {
    return Objects.requireNonNull(fields.get(name));
  }

  /// Weight of a code by its taxonomy relation to the wanted code.
  public double relation(Taxonomy.Relation relation) {
    return Objects.requireNonNull(relations.get(relation));
  }
}
