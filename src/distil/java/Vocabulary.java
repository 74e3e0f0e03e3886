import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The words that get a vector: those of the model, of the lexicon and of the glossary.
final class Vocabulary {
  private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
  private static final Pattern WORD = Pattern.compile("(##)?[a-z0-9]+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern TOKENS =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+|[^\\s\\p{L}\\p{N}]");

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final Set<String> entries = new LinkedHashSet<>();

  /// By Chinese word, its translations and how well each fits, in (0, 1].
  private final Map<String, Map<String, Double>> chinese = new TreeMap<>();

  private Vocabulary() {}

  static Vocabulary read() throws IOException {
    Vocabulary read = new Vocabulary();
    read.readVocabulary();
    read.readLexicon();
    read.readGlossary();
    return read;
  }

  Set<String> entries() {
    return entries;
  }

  /// By Chinese word, its translations and how well each fits, in (0, 1].
  Map<String, Map<String, Double>> chinese() {
    return chinese;
  }

  private void readVocabulary() throws IOException {
    JsonNode tokens =
        new JsonMapper().readTree(Distil.resource(TOKENIZER)).get("model").get("vocab");
    tokens.properties().forEach(each -> vocabulary.put(each.getKey(), each.getValue().asInt()));
    vocabulary.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(word -> WORD.matcher(word).matches())
        .forEach(entries::add);
  }

  /// `english<tab>中文|中文`: the first translation fits best.
  private void readLexicon() throws IOException {
    for (String line : Files.readAllLines(Distil.CONFIG.resolve("lexicon.tsv"))) {
      String[] columns = line.split("\t");
      if (columns.length > 1 && !line.startsWith("#")) {
        String[] words = columns[1].split("\\|");
        for (int i = 0; i < words.length; i++) {
          translate(words[i].strip(), columns[0], 1.0 / (i + 1));
        }
      }
    }
  }

  /// All terms of a code translate each other.
  private void readGlossary() throws IOException {
    Map<String, Map<String, Set<String>>> terms = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Distil.CONFIG.resolve("taxonomy.jsonl"))) {
      JsonNode concept = new JsonMapper().readTree(line);
      for (String language : List.of("en", "zh")) {
        String label = concept.get("label").get(language).asString();
        of(terms, concept.get("code").asString(), language).add(label);
      }
    }
    for (String line : Files.readAllLines(Distil.CONFIG.resolve("glossary.csv"))) {
      String[] columns = line.split(",", -1);
      if (columns.length == 4 && terms.containsKey(columns[0]) && !columns[3].equals("problem")) {
        of(terms, columns[0], columns[1]).add(columns[2]);
      }
    }
    terms
        .values()
        .forEach(
            each -> {
              for (String english : each.getOrDefault("en", Set.of())) {
                addWords(english);
              }
              for (String word : each.getOrDefault("zh", Set.of())) {
                if (!chinese.containsKey(word)) {
                  each.getOrDefault("en", Set.of()).forEach(english -> translate(word, english, 1));
                }
              }
            });
  }

  private static Set<String> of(
      Map<String, Map<String, Set<String>>> terms, String code, String language) {
    return terms
        .computeIfAbsent(code, key -> new HashMap<>())
        .computeIfAbsent(language, key -> new LinkedHashSet<>());
  }

  private void addWords(String english) {
    Matcher words = Pattern.compile("[a-z0-9]+").matcher(english.toLowerCase(Locale.ROOT));
    while (words.find()) {
      entries.add(words.group());
    }
  }

  private void translate(String word, String english, double fit) {
    String entry = english.toLowerCase(Locale.ROOT).strip();
    if (!entry.isEmpty() && HAN.matcher(word).matches()) {
      entries.add(entry);
      chinese.computeIfAbsent(word, key -> new LinkedHashMap<>()).merge(entry, fit, Math::max);
    }
  }

  /// WordPiece: the longest pieces of the vocabulary, from the left.
  long[] ids(String entry) {
    List<Integer> ids = new ArrayList<>();
    ids.add(vocabulary.get("[CLS]"));
    if (entry.startsWith("##")) {
      ids.add(vocabulary.get(entry));
    } else {
      Matcher tokens = TOKENS.matcher(entry);
      while (tokens.find()) {
        ids.addAll(pieces(tokens.group()));
      }
    }
    ids.add(vocabulary.get("[SEP]"));
    return ids.stream().mapToLong(Integer::longValue).toArray();
  }

  private Collection<Integer> pieces(String word) {
    List<Integer> pieces = new ArrayList<>();
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      String begin = start == 0 ? "" : "##";
      while (end > start && !vocabulary.containsKey(begin + word.substring(start, end))) {
        end--;
      }
      if (end == start) {
        return List.of(vocabulary.get("[UNK]"));
      }
      pieces.add(vocabulary.get(begin + word.substring(start, end)));
      start = end;
    }
    return pieces;
  }
}
