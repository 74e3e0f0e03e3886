package greenpair.match;

import module java.base;

import greenpair.Records;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.concept.ConceptFinder;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.CityTraits;
import greenpair.match.settings.CitySimilaritySettings;
import greenpair.match.settings.EligibilitySettings;
import greenpair.match.settings.LearntWeights;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.RankingSettings;
import greenpair.match.settings.Rules;
import greenpair.match.settings.Savings;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.Signal;
import greenpair.match.signal.Signals;
import greenpair.message.Phrases;
import greenpair.registry.config.ConfigFolder;
import org.jspecify.annotations.Nullable;

/// Fixtures of ranking tests: the rules and phrases of the project's own configuration, and
/// builders of cities, cases, candidates and asks in which everything is unknown by default.
public final class Given {
  static final Path CONFIGURATION = Path.of("index-config");
  static final ConfigFolder FOLDER = new ConfigFolder(CONFIGURATION);
  public static final Taxonomy TAXONOMY = FOLDER.taxonomy();
  static final IndexSettings INDEX = index();
  static final ConceptFinder FINDER = new ConceptFinder(TAXONOMY, INDEX.terms());
  public static final Rules RULES = rules(FOLDER);
  public static final Phrases PHRASES = phrases();

  /// The year that ages count from.
  public static final int NOW = 2026;

  public static final String BUS = "TRN.PUB.EBS";
  public static final String HYDROGEN_BUS = "TRN.PUB.FCB";
  public static final String BUSES = "TRN.PUB";
  public static final String LED = "LGT.LED";

  private Given() {}

  private static IndexSettings index() {
    Problems problems = new Problems();
    ConfigFolder.ShortForms forms = FOLDER.vocabulary(new Problems()).shortForms();
    IndexSettings read =
        IndexSettings.read(
            FOLDER.settings(IndexSettings.FILE, problems), forms.caseKept(), forms.beside());
    problems.throwIfAny("index settings");
    return read;
  }

  private static Phrases phrases() {
    Problems problems = new Problems();
    Settings sentences = FOLDER.settings(Phrases.FILE, problems);
    Phrases read = Phrases.read(sentences.bilinguals(), sentences::problem);
    problems.throwIfAny("phrases");
    return read;
  }

  /// The rules of a configuration folder, with the project's own tree.
  public static Rules rules(ConfigFolder folder) {
    Problems problems = new Problems();
    Rules read =
        new Rules(
            TAXONOMY,
            RankingSettings.read(
                folder.settings(RankingSettings.FILE, problems), Signals.BY_SIDE, problems),
            CitySimilaritySettings.read(folder.settings(CitySimilaritySettings.FILE, problems)),
            EligibilitySettings.read(folder.settings(EligibilitySettings.FILE, problems)),
            Savings.read(folder.settings(Savings.FILE, problems)),
            LearntWeights.NONE);
    problems.throwIfAny("rules");
    return read;
  }

  public static List<Code> codes(String... codes) {
    return Arrays.stream(codes).map(Code::new).toList();
  }

  public static EntryId id(String id) {
    return new EntryId(id);
  }

  public static CityMaker city(String id) {
    return new CityMaker(id);
  }

  public static CaseMaker done(String id, CityTraits city, String... technologies) {
    return new CaseMaker(id, city, codes(technologies));
  }

  public static FirmMaker firm(String id, String... technologies) {
    return new FirmMaker(id, codes(technologies));
  }

  public static FinancierMaker financier(String id, String... technologies) {
    return new FinancierMaker(id, codes(technologies));
  }

  public static SolutionMaker solution(String id, String... technologies) {
    return new SolutionMaker(id, codes(technologies));
  }

  /// A need of the catalog that says what it buys and how much.
  static Need need(
      EntryId city,
      List<Code> technologies,
      List<Need.Good> goods,
      Deployment.@Nullable Quantity quantity) {
    Profile profile =
        Records.make(
            Profile.class,
            "id",
            id("need"),
            "name",
            new Text("A need", "需求"),
            "technologies",
            technologies,
            "provenance",
            List.of(new Provenance("https://example.org/need", null, null, true, null)));
    Need.Purchase purchase = Records.make(Need.Purchase.class, "buys", goods, "quantity", quantity);
    return Records.make(Need.class, "profile", profile, "city", city, "purchase", purchase);
  }

  public static AskMaker query(CityTraits city, String... technologies) {
    return new AskMaker(city, codes(technologies));
  }

  /// The reading of a signal for a candidate.
  public static Signal.SignalValue read(Signal signal, MatchQuery query, Candidate candidate) {
    return signal.read(NeedCandidatePair.of(query, candidate, RULES));
  }
}
