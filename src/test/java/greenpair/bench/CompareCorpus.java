package greenpair.bench;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;

/// The firms and queries of the comparison with other engines: a name, a description of 40 to 120
/// words, Chinese text in 8 %, one to four technologies, a country of 60, one to five markets.
/// Seeded: the same numbers give the same bytes.
final class CompareCorpus {
  private static final long SEED = 20;
  private static final int COUNTRIES = 60;
  private static final int WORDS = 80;
  private static final int CHINESE_PERCENT = 8;
  private static final int QUERY_CHINESE_PERCENT = 10;
  private static final int QUERY_FILTERED_PERCENT = 40;
  private static final int MOST_TECHNOLOGIES = 4;
  private static final int MOST_MARKETS = 5;
  private static final int MOST_WORDS = 4;

  private final Wording wording;
  private final Zipf<Code> codes;
  private final Zipf<String> countries;
  private final int firms;

  CompareCorpus(Setup setup, int firms) {
    Fixtures fixtures = Fixtures.read(Path.of("fixtures"), setup.workbench().taxonomy());
    this.wording = new Wording(fixtures);
    this.codes =
        new Zipf<>(
            setup.workbench().taxonomy().concepts().stream()
                .map(Concept::code)
                .filter(code -> !code.root().equals("FIN") && !code.root().equals("FTY"))
                .filter(code -> !code.value().equals(code.root()))
                .toList());
    List<String> iso = List.of(Locale.getISOCountries());
    int step = iso.size() / COUNTRIES;
    List<String> some = new ArrayList<>();
    for (int i = 0; i < COUNTRIES; i++) {
      some.add(iso.get(i * step));
    }
    this.countries = new Zipf<>(some);
    this.firms = firms;
  }

  /// A firm as plain values, for engines that know no catalog.
  record Doc(
      String id,
      Text name,
      Text description,
      List<Code> technologies,
      String country,
      Set<String> markets) {
    Set<String> sectors() {
      return technologies.stream()
          .map(Code::root)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /// A query.
  ///
  /// @param country and sector empty for no filter
  record Query(String text, String country, String sector, boolean isChinese) {
    boolean isFiltered() {
      return !country.isEmpty();
    }
  }

  int firms() {
    return firms;
  }

  Doc doc(int number) {
    Random random = new Random(SEED * 1_000_003 + number);
    List<Code> own = several(codes, 1 + random.nextInt(MOST_TECHNOLOGIES), random);
    Text name = wording.organisation(number, own, random);
    Text about = wording.about(own, WORDS, random);
    boolean isChinese = random.nextInt(100) < CHINESE_PERCENT;
    Set<String> markets =
        new LinkedHashSet<>(several(countries, 1 + random.nextInt(MOST_MARKETS), random));
    return new Doc(
        "f" + number,
        isChinese ? name : new Text(name.en(), null),
        isChinese ? about : new Text(about.en(), null),
        own,
        countries.draw(random),
        markets);
  }

  private static <T> List<T> several(Zipf<T> from, int count, Random random) {
    Set<T> several = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      several.add(from.draw(random));
    }
    return List.copyOf(several);
  }

  /// A term of a technology and up to four other words, two to six words in all.
  List<Query> queries(int count) {
    Random random = new Random(SEED);
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isChinese = random.nextInt(100) < QUERY_CHINESE_PERCENT;
      boolean isFiltered = random.nextInt(100) < QUERY_FILTERED_PERCENT;
      Language language = isChinese ? Language.ZH : Language.EN;
      Code code = codes.draw(random);
      StringBuilder text = new StringBuilder(wording.term(language, code, random));
      int words = 1 + random.nextInt(MOST_WORDS);
      for (int word = 0; word < words; word++) {
        text.append(isChinese ? "" : " ").append(wording.word(language, random));
      }
      queries.add(
          new Query(
              text.toString(),
              isFiltered ? countries.draw(random) : "",
              isFiltered ? code.root() : "",
              isChinese));
    }
    return queries;
  }

  /// The catalog in Greenpair's format; written when it is not there.
  Path catalog() throws IOException {
    Path folder = Catalogs.ROOT.resolve("compare-" + firms);
    if (!Files.isDirectory(folder)) {
      Path unfinished =
          Files.createTempDirectory(Files.createDirectories(Catalogs.ROOT), "unfinished");
      try (BufferedWriter out = Files.newBufferedWriter(unfinished.resolve("firm.jsonl"))) {
        for (int number = 0; number < firms; number++) {
          out.write(line(doc(number)));
          out.write('\n');
        }
      }
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }

  private static String line(Doc doc) {
    return "{\"kind\":\"firm\",\"id\":\"%s\",\"name\":%s,\"description\":%s,\"technologies\":[%s],\"headquarters\":{\"country\":\"%s\"},\"market\":{\"in\":[%s]},\"provenance\":[{\"source\":\"https://example.org\",\"verified\":true}]}"
        .formatted(
            doc.id,
            text(doc.name),
            text(doc.description),
            list(doc.technologies),
            doc.country,
            list(doc.markets));
  }

  private static String text(Text text) {
    String zh = text.zh() == null ? "" : ",\"zh\":\"" + text.zh() + "\"";
    return "{\"en\":\"" + text.en() + "\"" + zh + "}";
  }

  private static String list(Iterable<?> values) {
    List<String> quoted = new ArrayList<>();
    values.forEach(value -> quoted.add("\"" + value + "\""));
    return String.join(",", quoted);
  }
}
