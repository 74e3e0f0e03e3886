package greenpair.cli.app;

import module java.base;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.concept.Lexicon;
import greenpair.concept.WordVectors;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.generation.Digests;
import greenpair.learn.WeightLearning;
import greenpair.match.Recommender;
import greenpair.match.settings.CitySimilaritySettings;
import greenpair.match.settings.EligibilitySettings;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Rules;
import greenpair.match.settings.Savings;
import greenpair.match.signal.Signals;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.message.Phrases;
import greenpair.plan.input.PlanSettings;
import greenpair.plan.input.Planner;
import greenpair.program.ProgramStore;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import greenpair.reindex.Reindexing;
import greenpair.reindex.run.Configuration;
import greenpair.reindex.run.PublishSettings;
import greenpair.search.Search;
import greenpair.search.Suggestions;
import greenpair.search.settings.SearchSettings;
import greenpair.web.Server;
import greenpair.web.ServerParts;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import greenpair.web.assistant.Assistant;
import greenpair.web.decisions.Recorder;
import greenpair.web.settings.WebSettings;
import org.jspecify.annotations.Nullable;

/// Creates and connects everything that a command needs, from a configuration folder.
public record CommandWiring(
    ConfigFolder folder,
    Digests digests,
    Taxonomy taxonomy,
    IndexSettings indexSettings,
    ConceptFinder finder,
    CatalogJson json,
    Recommender recommender,
    Search search,
    Phrases phrases,
    Planner planner,
    PublishSettings publishing,
    WeightLearning learning) {
  private static final int ATTEMPTS = 5;

  /// What was read last, since replays ask for the same older configuration again and again.
  private static volatile SoftReference<Read> last = new SoftReference<>(null);

  private record Read(Path path, CommandWiring wiring) {}

  /// Reads and checks the whole configuration, unless it is the one that was read last.
  ///
  /// @throws IllegalArgumentException listing the faults of all its files
  public static CommandWiring read(Path path) {
    return read(new ConfigFolder(path));
  }

  /// The same of a folder with edits of search.
  public static CommandWiring read(ConfigFolder folder) {
    Path path = folder.folder();
    Path whole = path.toAbsolutePath();
    Read known = last.get();
    if (known == null
        || !known.path().equals(whole)
        || !known.wiring().digests().equals(digests(folder))) {
      known = new Read(whole, read(path, folder, null));
      last = new SoftReference<>(known);
    }
    return known.wiring();
  }

  /// Reads it to propose weights that may replace `learnt.yaml`. If that file is invalid, the
  /// experts' weights are used.
  ///
  /// @param faults receives each error in that file
  /// @throws IllegalArgumentException listing the faults of all other files
  public static CommandWiring readToLearn(Path path, Consumer<Message> faults) {
    return read(path, new ConfigFolder(path), faults);
  }

  /// Reads again if a file changed meanwhile, because the digest must describe the rules that were
  /// read.
  static CommandWiring read(
      Path path, ConfigFolder folder, @Nullable Consumer<Message> learntFaults) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Digests digests = digests(folder);
      CommandWiring wiring = read(path, folder, digests, learntFaults);
      if (digests(folder).equals(digests)) {
        return wiring;
      }
    }
    throw new MessageException(Message.of("config.changing", "path", path, "times", ATTEMPTS));
  }

  private static Digests digests(ConfigFolder folder) {
    return new Digests(folder.digest(), folder.indexingDigest());
  }

  private static CommandWiring read(
      Path path, ConfigFolder folder, Digests digests, @Nullable Consumer<Message> learntFaults) {
    Problems problems = new Problems();
    // Beside the other files: one has 20,000 lines, the other a checksum over six megabytes.
    Problems ofLexicon = new Problems();
    CompletableFuture<Lexicon> words =
        CompletableFuture.supplyAsync(() -> folder.lexicon(ofLexicon));
    Problems ofVectors = new Problems();
    CompletableFuture<Optional<WordVectors>> vectors =
        CompletableFuture.supplyAsync(() -> vectors(folder, ofVectors));
    ConfigFolder.Vocabulary vocabulary = folder.vocabulary(problems);
    Optional<Taxonomy> tree = vocabulary.taxonomy();
    ConfigFolder.ShortForms forms = vocabulary.shortForms();
    IndexSettings texts =
        IndexSettings.read(
            folder.settings(IndexSettings.FILE, problems), forms.caseKept(), forms.beside());
    RankingSettings ranking =
        RankingSettings.read(
            folder.settings(RankingSettings.FILE, problems), Signals.BY_SIDE, problems);
    LearntWeights learnt = learnt(folder, learntFaults == null ? problems::add : learntFaults);
    CitySimilaritySettings similarity =
        CitySimilaritySettings.read(folder.settings(CitySimilaritySettings.FILE, problems));
    EligibilitySettings eligibility =
        EligibilitySettings.read(folder.settings(EligibilitySettings.FILE, problems));
    SearchSettings searching = SearchSettings.read(folder.settings(SearchSettings.FILE, problems));
    Lexicon lexicon = words.join();
    problems.addAll(ofLexicon);
    Savings savings = Savings.read(folder.settings(Savings.FILE, problems));
    Settings sentences = folder.settings(Phrases.FILE, problems);
    Phrases phrases = Phrases.read(sentences.bilinguals(), sentences::problem);
    PlanSettings planning = PlanSettings.read(folder.settings(PlanSettings.FILE, problems));
    PublishSettings publishing =
        PublishSettings.read(folder.settings(PublishSettings.FILE, problems));
    Optional<Rules> checked =
        tree.map(
            taxonomy -> new Rules(taxonomy, ranking, similarity, eligibility, savings, learnt));
    checked.ifPresent(rules -> rules.check(problems));
    IndexSettings index = texts.with(vectors.join().orElse(null));
    problems.addAll(ofVectors);
    problems.throwIfAny(Message.of("config.of", "path", path.toString()));
    Taxonomy taxonomy = tree.orElseThrow();
    ConceptFinder finder = new ConceptFinder(taxonomy, index.terms());
    Recommender recommender = new Recommender(checked.orElseThrow(), finder, phrases);
    return new CommandWiring(
        folder,
        digests,
        taxonomy,
        index,
        finder,
        new CatalogJson(taxonomy),
        recommender,
        new Search(
            digests.configuration(),
            taxonomy,
            finder,
            index,
            lexicon,
            searching,
            ranking.sizes(),
            phrases,
            folder.edits(problems)),
        phrases,
        new Planner(planning, similarity, taxonomy, recommender, phrases),
        publishing,
        new WeightLearning(recommender, phrases));
  }

  /// Approved learnt weights; none if the file is invalid.
  private static LearntWeights learnt(ConfigFolder folder, Consumer<Message> faults) {
    if (!folder.has(LearntWeights.FILE)) {
      return LearntWeights.NONE;
    }
    Problems found = new Problems();
    LearntWeights read =
        LearntWeights.read(folder.settings(LearntWeights.FILE, found), Signals.BY_SIDE);
    if (!found.isEmpty()) {
      faults.accept(found.lines());
    }
    return found.isEmpty() ? read : LearntWeights.NONE;
  }

  public String configuration() {
    return digests.configuration();
  }

  /// The word vectors; nothing if there is no such file, and search uses words and concepts only.
  private static Optional<WordVectors> vectors(ConfigFolder folder, Problems problems) {
    if (!folder.has(WordVectors.FILE)) {
      return Optional.empty();
    }
    try {
      return folder.bytes(WordVectors.FILE, problems).map(WordVectors::read);
    } catch (IllegalArgumentException e) {
      problems.add(WordVectors.FILE, Message.of("config.vectors"), "");
      return Optional.empty();
    }
  }

  /// The index that is served from a data folder; nothing is opened yet.
  public LiveIndex live(GenerationStore store) {
    return new LiveIndex(store, digests, taxonomy, indexSettings, json);
  }

  /// The context of runs that write to a data folder.
  public Configuration reindexed() {
    return new Configuration(
        folder,
        digests,
        taxonomy,
        indexSettings,
        finder,
        json,
        recommender,
        search,
        phrases,
        publishing);
  }

  /// Runs that write to a data folder.
  public Reindexing reindexing(GenerationStore store) {
    return new Reindexing(reindexed(), store);
  }

  /// The HTTP server over that index.
  ///
  /// @param answerParts asked anew for each request
  public Server server(
      GenerationStore store,
      LiveIndex live,
      ProgramStore program,
      LiveConfiguration answerParts,
      WebSettings settings) {
    return new Server(
        new ServerParts(
            live,
            store,
            program,
            answerParts,
            new KeptConfigurations(answerParts::current, store),
            taxonomy,
            json,
            settings,
            Clock.systemUTC()));
  }

  public AnswerParts answerParts() {
    return new AnswerParts(
        configuration(),
        recommender,
        search,
        new Suggestions(configuration(), taxonomy),
        planner,
        publishing.hidesUnverified());
  }

  public Assistant assistant(LiveIndex live) {
    return Assistant.of(live, answerParts());
  }

  /// What makes decision records of this configuration's answers.
  public Recorder recorder() {
    return new Recorder(answerParts());
  }
}
