package greenpair.web.http;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Nearest;
import greenpair.catalog.value.Rule;
import greenpair.index.contract.Facet;
import greenpair.message.Message;
import greenpair.message.Messages;
import greenpair.registry.format.FieldProblem;
import greenpair.registry.format.RecordLines;
import greenpair.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Converts words of a request to values. Errors go to the [Faults], and parsing continues, so that
/// it finds further errors.
public final class ValueParser {
  private final Faults faults;
  private final Taxonomy taxonomy;
  private final boolean isStored;

  public ValueParser(Faults faults, Taxonomy taxonomy) {
    this(faults, taxonomy, false);
  }

  private ValueParser(Faults faults, Taxonomy taxonomy, boolean isStored) {
    this.faults = faults;
    this.taxonomy = taxonomy;
    this.isStored = isStored;
  }

  /// For texts that go to the database of the programme data: PostgreSQL has no U+0000.
  public static ValueParser ofStored(Faults faults, Taxonomy taxonomy) {
    return new ValueParser(faults, taxonomy, true);
  }

  public Faults faults() {
    return faults;
  }

  public void fault(String field, @Nullable String value, Message rule, Message next) {
    faults.add(field, value, rule, next);
  }

  /// The record that an object in the catalog format says; null after its faults were recorded.
  ///
  /// @param place of the object in the request, such as `city`
  public <R extends Record> @Nullable R record(String place, ObjectNode object, Class<R> type) {
    List<FieldProblem> problems = new ArrayList<>();
    R read = RecordLines.read(object, type, taxonomy, problems);
    faults(place, problems);
    return read;
  }

  /// Records what is wrong with such an object.
  public void faults(String place, List<FieldProblem> problems) {
    for (FieldProblem each : problems) {
      String field = each.path().isEmpty() ? place : place + "." + each.path();
      faults.add(field, each.value(), each.rule(), advice(each));
    }
  }

  private static Message advice(FieldProblem problem) {
    String own = problem.rule().key() + ".next";
    if (!problem.rule().key().equals("check.required")) {
      return Message.of(Messages.of(Language.EN).has(own) ? own : "next.leave_out_unknown");
    }
    List<String> path = List.of(problem.path().split("\\.", -1));
    return path.size() == 1
        ? Message.of("next.add")
        : Message.of("next.add_or_leave_out", "field", path.get(path.size() - 2));
  }

  /// What the word means in a closed list, or nothing after the fault was recorded.
  public <T> Optional<T> choice(String field, String word, Map<String, T> meanings) {
    T meaning = meanings.get(word);
    if (meaning == null) {
      Set<String> words = meanings.keySet();
      faults.add(field, word, oneOf(words), didYouMean(word, words, useOneOfThem()));
    }
    return Optional.ofNullable(meaning);
  }

  public static Message oneOf(Collection<String> words) {
    return Message.of("check.one_of", "values", List.copyOf(words));
  }

  public static Message stayInRange() {
    return Message.of("next.stay_in_range");
  }

  /// The id of an entry, whether or not there is one; null, with an error, for what cannot be one.
  public @Nullable EntryId id(String field, String word) {
    Optional<EntryId> id = EntryId.parse(word);
    if (id.isEmpty()) {
      fault(field, word, Message.of("check.id"), Message.of("check.id.next"));
    }
    return id.orElse(null);
  }

  public Optional<Code> technology(String field, String word) {
    return code(
        field, word, code -> !code.isFinance(), "check.technology", "check.technology.next");
  }

  public Optional<Code> instrument(String field, String word) {
    return code(
        field, word, code -> code.root().equals("FIN"), "check.instrument", "check.code.next");
  }

  public Optional<String> facet(Facet facet, String word) {
    return switch (facet) {
      case TECHNOLOGY -> technology(facet.word(), word).map(Code::value);
      case INSTRUMENT ->
          word.equals(Facet.UNKNOWN)
              ? Optional.of(word)
              : instrument(facet.word(), word).map(Code::value);
      case MATURITY, EVIDENCE, CITY_SIZE, TICKET -> {
        Map<String, String> values = new LinkedHashMap<>();
        facet.spoken().forEach(value -> values.put(value, value));
        values.put(Facet.UNKNOWN, Facet.UNKNOWN);
        yield choice(facet.word(), word, values);
      }
      case COUNTRY -> country(facet.word(), word);
      case SECTOR -> facet(facet, word, isRoot(word));
      case CLIMATE -> facet(facet, word, word.matches(Rule.KOPPEN));
      case MARKET ->
          facet(facet, word, word.matches(Market.FORM) && Rule.Standard.MARKETS.begins(word));
    };
  }

  private Optional<String> country(String field, String word) {
    if (Rule.Standard.COUNTRIES.has(word) || word.equals(Facet.UNKNOWN)) {
      return Optional.of(word);
    }
    faults.add(field, word, Message.of("value.country"), Message.of("value.country.next"));
    return Optional.empty();
  }

  /// A region of ISO 3166-2 that exists, as far as that is known.
  public void region(String field, String word) {
    List<String> others = taxonomy.insteadOf(word);
    if (!others.isEmpty()) {
      Message next = Message.of("next.leave_out_unknown");
      faults.add(field, word, Message.of("value.no_region"), didYouMean(word, others, next));
    }
  }

  private boolean isRoot(String word) {
    return taxonomy.concepts().stream().anyMatch(each -> each.code().root().equals(word));
  }

  private Optional<String> facet(Facet facet, String word, boolean isValue) {
    if (isValue || word.equals(Facet.UNKNOWN)) {
      return Optional.of(word);
    }
    faults.add(facet.word(), word, Message.of("check.facet"), Message.of("check.facet.next"));
    return Optional.empty();
  }

  private Optional<Code> code(
      String field, String word, Predicate<Code> isMeant, String rule, String next) {
    List<String> words = new ArrayList<>();
    for (Concept concept : taxonomy.concepts()) {
      if (!concept.code().value().equals(word)) {
        words.add(concept.code().value());
      } else if (isMeant.test(concept.code())) {
        return Optional.of(concept.code());
      } else {
        faults.add(field, word, Message.of(rule), Message.of(next));
        return Optional.empty();
      }
    }
    Message advice = didYouMean(word, words, Message.of("check.code.next"));
    faults.add(field, word, Message.of("check.code"), advice);
    return Optional.empty();
  }

  /// Free words, at most [SearchRequest#MAX_TEXT] characters and well-formed Unicode.
  public String words(String field, String text) {
    if (text.length() > SearchRequest.MAX_TEXT) {
      faults.add(
          field,
          text,
          Message.of("check.length", "most", SearchRequest.MAX_TEXT, "length", text.length()),
          Message.of("next.shorten"));
      return "";
    }
    if (isBroken(text)) {
      faults.add(field, text, wellFormed(), sendUnicode());
      return "";
    }
    if (isStored && text.chars().anyMatch(each -> each == 0 || Text.isDirection(each))) {
      faults.add(field, text, Message.of("check.no_marks"), Message.of("next.correct"));
      return "";
    }
    return text;
  }

  /// Whether the text has an unpaired surrogate: such a text is not valid Unicode.
  static boolean isBroken(String text) {
    return text.codePoints().anyMatch(each -> Character.getType(each) == Character.SURROGATE);
  }

  static Message wellFormed() {
    return Message.of("check.unicode");
  }

  static Message sendUnicode() {
    return Message.of("check.unicode.next");
  }

  public static Message didYouMean(String word, Collection<String> words, Message advice) {
    return Nearest.to(word, words).map(near -> didYouMean(near, advice)).orElse(advice);
  }

  public static Message didYouMean(String near, Message advice) {
    return Message.of("next.did_you_mean", "near", near, "advice", advice);
  }

  private static Message useOneOfThem() {
    return Message.of("next.use_one");
  }
}
