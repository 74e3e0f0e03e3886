package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.BuiltFolder;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.Published;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.generation.Digests;
import greenpair.index.generation.Manifest;
import greenpair.index.read.Snapshot;
import greenpair.match.Recommender;
import greenpair.match.settings.Rules;
import greenpair.message.Message;
import greenpair.message.Phrases;
import greenpair.plan.input.Planner;
import greenpair.program.ProgramStore;
import greenpair.program.access.Caller.Role;
import greenpair.program.database.DatabaseSettings;
import greenpair.registry.LineResult;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.CatalogJson;
import greenpair.search.Search;
import greenpair.search.Suggestions;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import greenpair.web.auth.Route;
import greenpair.web.decisions.Archive;
import greenpair.web.decisions.Recorder;
import greenpair.web.mail.MailSettings;
import greenpair.web.settings.WebSettings;

/// The demonstration cohort in a data folder of its own, with a real server on a free port.
public final class Cohort implements AutoCloseable {
  static final WebSettings SETTINGS =
      new SettingsMaker()
          .cacheBytes(64_000_000)
          .maxBody(1 << 20)
          .refreshEvery(Duration.ofMillis(20))
          .stopWithin(Duration.ofSeconds(10))
          .answerWithin(Duration.ofMinutes(2))
          // No mail server listens there, so letters stay queued.
          .mail(
              Optional.of(
                  new MailSettings("127.0.0.1", 1, "none", "", null, "programme@example.org")))
          .make();
  /// A new database: how it comes about is shown elsewhere.
  private static final BuiltFolder DATABASE = new BuiltFolder(Cohort::makeDatabase);

  private static final BuiltFolder BUILT = new BuiltFolder(Cohort::build);
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  final ConfigFolder folder = CohortRules.FOLDER;
  final String configuration = CohortRules.READ.configuration();
  final Taxonomy taxonomy = CohortRules.READ.taxonomy();
  final CatalogJson json = new CatalogJson(taxonomy);
  final GenerationStore store;
  final LiveIndex live;
  final ProgramStore program;
  public final Server server;
  private final IndexSettings indexSettings;
  private int published;

  /// What `unverified: hide` says to pages.
  volatile boolean hidesUnverified;

  /// A server over an empty data folder.
  Cohort(Path data, WebSettings settings, Entry.Codec codec, InstantSource clock) {
    this(data, settings, codec, clock, DatabaseSettings.sqlite(data));
  }

  private Cohort(
      Path data,
      WebSettings settings,
      Entry.Codec codec,
      InstantSource clock,
      DatabaseSettings database) {
    CohortRules read = CohortRules.READ;
    this.indexSettings = read.index();
    Rules rules = read.rules();
    Phrases phrases = read.phrases();
    ConceptFinder finder = read.finder();
    Search search = read.search();
    Recommender recommender = new Recommender(rules, finder, phrases);
    Planner planner =
        new Planner(read.planning(), rules.similarity(), taxonomy, recommender, phrases);
    AnswerParts answerParts =
        new AnswerParts(
            configuration,
            recommender,
            search,
            new Suggestions(configuration, taxonomy),
            planner,
            false);
    AnswerParts checked =
        new AnswerParts(
            configuration,
            recommender,
            search,
            new Suggestions(configuration, taxonomy),
            planner,
            true);
    this.store = new GenerationStore(data);
    this.live =
        new LiveIndex(
            store, new Digests(configuration, configuration), taxonomy, indexSettings, codec);
    this.program = new ProgramStore(database);
    this.server =
        new Server(
            new ServerParts(
                live,
                store,
                program,
                wanted -> hidesUnverified ? checked : answerParts,
                archive(answerParts),
                taxonomy,
                codec,
                settings,
                clock));
  }

  /// Generations of this folder under the one configuration.
  private Archive archive(AnswerParts answerParts) {
    return new Archive() {
      @Override
      public void keep(String digest) {}

      @Override
      public Past open(String generation, String digest) {
        boolean there = store.list().stream().anyMatch(each -> each.id().equals(generation));
        if (!there || !digest.equals(configuration)) {
          throw new GoneException(
              Message.of(
                  "record.generation_gone",
                  "generation",
                  generation,
                  "why",
                  "no such folder",
                  "kept",
                  "none"));
        }
        Recorder recorder = new Recorder(answerParts);
        return new Past(recorder, answerParts.planner(), live.open(generation), () -> {});
      }
    };
  }

  /// The cohort, indexed and served.
  public static Cohort served(Path data) throws IOException {
    return served(data, SETTINGS);
  }

  /// Another catalog, indexed and served.
  static Cohort serving(Path data, Path catalog) throws IOException {
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    DATABASE.copyTo(data);
    Cohort cohort = new Cohort(data, SETTINGS, codec, InstantSource.system());
    cohort.publish(read(catalog));
    cohort.server.start("127.0.0.1", 0);
    return cohort;
  }

  /// The cohort, indexed and served with other settings.
  public static Cohort served(Path data, WebSettings settings) throws IOException {
    return served(data, settings, InstantSource.system());
  }

  /// The same at another time.
  static Cohort served(Path data, WebSettings settings, InstantSource clock) throws IOException {
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    BUILT.copyTo(data);
    Cohort cohort = new Cohort(data, settings, codec, clock);
    cohort.published++;
    cohort.server.start("127.0.0.1", 0);
    return cohort;
  }

  /// One of several servers on a database, with a data folder of its own.
  static Cohort sharing(Path data, WebSettings settings, DatabaseSettings database)
      throws IOException {
    BUILT.copyTo(data);
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    Cohort cohort = new Cohort(data, settings, codec, InstantSource.system(), database);
    cohort.published++;
    cohort.server.start("127.0.0.1", 0);
    return cohort;
  }

  /// A data folder with the generation of the cohort and a new database.
  private static void build(Path folder) throws IOException {
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    DATABASE.copyTo(folder);
    Cohort cohort = new Cohort(folder, SETTINGS, codec, InstantSource.system());
    cohort.publish(cohort.fixtures());
    cohort.program.close();
    cohort.live.close();
  }

  private static void makeDatabase(Path folder) {
    try (ProgramStore program = new ProgramStore(DatabaseSettings.sqlite(folder))) {
      program.open();
    }
  }

  /// All entries of `fixtures/`, in a list of its own.
  public List<Entry> fixtures() {
    return new ArrayList<>(Fixtures.ENTRIES);
  }

  /// Read once, when a test first needs them.
  private static final class Fixtures {
    private static final List<Entry> ENTRIES = read(Path.of("fixtures"));
  }

  static List<Entry> read(Path catalog) {
    List<Entry> entries = new ArrayList<>();
    new CatalogFiles(List.of(catalog), new CatalogJson(CohortRules.READ.taxonomy()))
        .read(reading -> entries.add(((LineResult.Accepted) reading).entry()));
    return entries;
  }

  /// Publishes a generation of these entries, a second younger than the one before.
  ///
  /// @return its id
  String publish(List<Entry> entries) throws IOException {
    return publish(entries, configuration);
  }

  /// Publishes a generation of these entries and serves it at once.
  void serve(List<Entry> entries) throws IOException {
    String id = publish(entries);
    live.refresh();
    try (Snapshot snapshot = live.acquire()) {
      assertEquals(id, snapshot.manifest().id());
    }
  }

  /// Publishes a generation as if it was built with that configuration.
  String publish(List<Entry> entries, String builtWith) throws IOException {
    Instant now = FIRST.plusSeconds(published++);
    try (GenerationStore.Lock lock = store.lock();
        GenerationBuilder builder =
            store.begin(lock, new Digests(builtWith, builtWith), taxonomy, indexSettings, now)) {
      entries.forEach(builder::survey);
      for (Entry entry : entries) {
        builder.add(entry, json.encode(entry));
      }
      Manifest manifest = builder.finish(List.of(), now);
      store.publish(Published.of(manifest.id()));
      return manifest.id();
    }
  }

  /// A token that is good for a day.
  public String token(String name, Role role, String... cities) {
    Set<EntryId> ids = Arrays.stream(cities).map(EntryId::new).collect(Collectors.toSet());
    Instant now = Instant.now();
    return program
        .write(all -> all.tokens().create(name, role, ids, now.plusSeconds(86_400), now))
        .secret();
  }

  /// The addresses that programs ask; the others are pages.
  public List<Route> api() {
    List<String> alone = List.of("/openapi.json", "/healthz", "/readyz");
    return server.routes().stream()
        .filter(route -> route.path().startsWith("/api") || alone.contains(route.path()))
        .toList();
  }

  public Client client() {
    return new Client(server.port());
  }

  @Override
  public void close() {
    server.stop();
    live.close();
    program.close();
  }
}
