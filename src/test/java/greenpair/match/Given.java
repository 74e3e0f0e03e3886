package greenpair.match;

import greenpair.catalog.Attributes;
import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.DealSizes;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Market;
import greenpair.catalog.Money;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Place;
import greenpair.catalog.SiteCondition;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Problems;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.query.Candidate;
import greenpair.index.query.CityTraits;
import greenpair.index.query.Precedent;
import greenpair.index.query.Traits;
import greenpair.language.ConceptFinder;
import greenpair.match.phrase.Phrases;
import greenpair.match.rules.Ask;
import greenpair.match.rules.EligibilitySettings;
import greenpair.match.rules.RankingSettings;
import greenpair.match.rules.Rules;
import greenpair.match.rules.Savings;
import greenpair.match.rules.SimilaritySettings;
import greenpair.match.signal.Pairing;
import greenpair.match.signal.Signal;
import greenpair.match.signal.Signals;
import greenpair.registry.config.ConfigFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    ConfigFolder.ShortForms forms = FOLDER.shortForms();
    IndexSettings read =
        IndexSettings.read(
            FOLDER.settings(IndexSettings.FILE, problems), forms.caseKept(), forms.beside());
    problems.throwIfAny("index settings");
    return read;
  }

  private static Phrases phrases() {
    Problems problems = new Problems();
    Phrases read = Phrases.read(FOLDER.settings(Phrases.FILE, problems), problems);
    problems.throwIfAny("phrases");
    return read;
  }

  /// The rules of a configuration folder, with the project's own tree.
  static Rules rules(ConfigFolder folder) {
    Problems problems = new Problems();
    Rules read =
        new Rules(
            TAXONOMY,
            RankingSettings.read(
                folder.settings(RankingSettings.FILE, problems), Signals.BY_SIDE, problems),
            SimilaritySettings.read(folder.settings(SimilaritySettings.FILE, problems)),
            EligibilitySettings.read(folder.settings(EligibilitySettings.FILE, problems)),
            Savings.read(folder.settings(Savings.FILE, problems)));
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

  public static AskMaker ask(CityTraits city, String... technologies) {
    return new AskMaker(city, codes(technologies));
  }

  /// The reading of a signal for a candidate.
  public static Signal.Reading read(Signal signal, Ask ask, Candidate candidate) {
    return signal.read(Pairing.of(ask, candidate, RULES));
  }

  /// Builds cities; by default in China.
  public static final class CityMaker {
    private final EntryId id;
    private String country = "CN";
    private @Nullable String region;
    private @Nullable Place place;
    private @Nullable Long population;
    private @Nullable String koppen;
    private @Nullable String zone;
    private City.@Nullable HeatingNetwork network;
    private @Nullable Double grid;
    private List<String> memberships = List.of();

    private CityMaker(String id) {
      this.id = new EntryId(id);
    }

    public CityMaker country(String country) {
      this.country = country;
      return this;
    }

    public CityMaker region(@Nullable String region) {
      this.region = region;
      return this;
    }

    public CityMaker place(double lat, double lon) {
      this.place = new Place(lat, lon);
      return this;
    }

    public CityMaker population(long population) {
      this.population = population;
      return this;
    }

    public CityMaker koppen(String koppen) {
      this.koppen = koppen;
      return this;
    }

    public CityMaker zone(String zone) {
      this.zone = zone;
      return this;
    }

    public CityMaker network(City.HeatingNetwork network) {
      this.network = network;
      return this;
    }

    public CityMaker grid(double grid) {
      this.grid = grid;
      return this;
    }

    public CityMaker member(String... networks) {
      this.memberships = List.of(networks);
      return this;
    }

    // NullAway misses the annotation of a nested type in a class file.
    @SuppressWarnings("NullAway")
    public CityTraits make() {
      return new CityTraits(
          id, country, region, place, population, koppen, zone, network, grid, memberships);
    }
  }

  /// Builds cases; by default of grade B, completed this year, verified and in the city.
  public static final class CaseMaker {
    private final EntryId id;
    private final CityTraits city;
    private final List<Code> technologies;
    private Grade grade = Grade.B;
    private Deployment.@Nullable Status status;
    private @Nullable Integer start;
    private @Nullable Integer end = NOW;
    private boolean verified = true;
    private Attributes attributes = Attributes.NONE;

    private CaseMaker(String id, CityTraits city, List<Code> technologies) {
      this.id = new EntryId(id);
      this.city = city;
      this.technologies = technologies;
    }

    public CaseMaker grade(Grade grade) {
      this.grade = grade;
      return this;
    }

    public CaseMaker status(Deployment.@Nullable Status status) {
      this.status = status;
      return this;
    }

    public CaseMaker years(@Nullable Integer start, @Nullable Integer end) {
      this.start = start;
      this.end = end;
      return this;
    }

    public CaseMaker attributes(Attributes attributes) {
      this.attributes = attributes;
      return this;
    }

    public CaseMaker verified(boolean verified) {
      this.verified = verified;
      return this;
    }

    public Precedent make() {
      return new Precedent(
          id, city, technologies, grade, status, start, end, true, verified, attributes);
    }
  }

  /// Builds firms; by default a vendor without further data.
  public static final class FirmMaker {
    private final EntryId id;
    private final List<Code> technologies;
    private Partner.@Nullable Status status;
    private @Nullable PartialDate seen;
    private boolean statusVerified = true;
    private @Nullable Market market;
    private @Nullable String country;
    private @Nullable String region;
    private @Nullable Place place;
    private Firm.@Nullable Role role = Firm.Role.VENDOR;
    private final List<Precedent> cases = new ArrayList<>();
    private double name;
    private double text;

    private FirmMaker(String id, List<Code> technologies) {
      this.id = new EntryId(id);
      this.technologies = technologies;
    }

    public FirmMaker status(Partner.@Nullable Status status) {
      this.status = status;
      return this;
    }

    /// When a dated source last showed it at work.
    public FirmMaker seen(String date) {
      this.seen = PartialDate.of(date);
      return this;
    }

    public FirmMaker statusVerified(boolean verified) {
      this.statusVerified = verified;
      return this;
    }

    public FirmMaker market(@Nullable Market market) {
      this.market = market;
      return this;
    }

    public FirmMaker seat(@Nullable String country, @Nullable String region) {
      this.country = country;
      this.region = region;
      return this;
    }

    public FirmMaker place(@Nullable Place place) {
      this.place = place;
      return this;
    }

    public FirmMaker role(Firm.@Nullable Role role) {
      this.role = role;
      return this;
    }

    public FirmMaker did(Precedent... precedents) {
      cases.addAll(List.of(precedents));
      return this;
    }

    public FirmMaker words(double name, double text) {
      this.name = name;
      this.text = text;
      return this;
    }

    public Candidate make() {
      Traits.Organisation organisation =
          new Traits.Organisation(status, seen, statusVerified, market, country, region, place);
      Traits traits = new Traits.OfFirm(technologies, true, organisation, role);
      return new Candidate(id, traits, List.copyOf(cases), name, text);
    }
  }

  /// Builds financiers; by default without data.
  public static final class FinancierMaker {
    private final EntryId id;
    private final List<Code> technologies;
    private Partner.@Nullable Status status;
    private @Nullable Market market;
    private @Nullable Code type;
    private List<Code> instruments = List.of();
    private List<String> borrowers = List.of();
    private List<String> memberships = List.of();
    private @Nullable Money ticket;
    private List<Money> deals = List.of();
    private final List<Precedent> cases = new ArrayList<>();

    private FinancierMaker(String id, List<Code> technologies) {
      this.id = new EntryId(id);
      this.technologies = technologies;
    }

    public FinancierMaker status(Partner.@Nullable Status status) {
      this.status = status;
      return this;
    }

    public FinancierMaker market(@Nullable Market market) {
      this.market = market;
      return this;
    }

    public FinancierMaker type(@Nullable String type) {
      this.type = type == null ? null : new Code(type);
      return this;
    }

    public FinancierMaker instruments(String... instruments) {
      this.instruments = codes(instruments);
      return this;
    }

    public FinancierMaker borrowers(String... borrowers) {
      this.borrowers = List.of(borrowers);
      return this;
    }

    public FinancierMaker memberships(String... memberships) {
      this.memberships = List.of(memberships);
      return this;
    }

    public FinancierMaker ticket(@Nullable Money ticket) {
      this.ticket = ticket;
      return this;
    }

    FinancierMaker deals(Money... deals) {
      this.deals = List.of(deals);
      return this;
    }

    public FinancierMaker did(Precedent... precedents) {
      cases.addAll(List.of(precedents));
      return this;
    }

    Traits.OfFinancier traits() {
      return new Traits.OfFinancier(
          technologies,
          true,
          new Traits.Organisation(status, true, market, null, null, null),
          type,
          instruments,
          borrowers,
          memberships,
          DealSizes.of(ticket, deals, false));
    }

    public Candidate make() {
      return new Candidate(id, traits(), List.copyOf(cases), 0, 0);
    }
  }

  /// Builds solutions; by default without data.
  public static final class SolutionMaker {
    private final EntryId id;
    private final List<Code> technologies;
    private @Nullable Integer readiness;
    private List<SiteCondition> suits = List.of();
    private List<SiteCondition> avoid = List.of();

    private SolutionMaker(String id, List<Code> technologies) {
      this.id = new EntryId(id);
      this.technologies = technologies;
    }

    SolutionMaker readiness(@Nullable Integer readiness) {
      this.readiness = readiness;
      return this;
    }

    SolutionMaker suits(SiteCondition... conditions) {
      this.suits = List.of(conditions);
      return this;
    }

    SolutionMaker avoid(SiteCondition... conditions) {
      this.avoid = List.of(conditions);
      return this;
    }

    public Candidate make() {
      Traits traits = new Traits.OfSolution(technologies, true, readiness, suits, avoid, null);
      return new Candidate(id, traits, List.of(), 0, 0);
    }
  }

  /// Builds asks of the year [#NOW]; by default without words, budget and stage.
  public static final class AskMaker {
    private final CityTraits city;
    private final List<Code> technologies;
    private List<Code> instruments = List.of();
    private String text = "";
    private @Nullable Money budget;
    private Need.@Nullable Stage stage;
    private boolean hideOwnCases;
    private Attributes attributes = Attributes.NONE;

    private AskMaker(CityTraits city, List<Code> technologies) {
      this.city = city;
      this.technologies = technologies;
    }

    public AskMaker instruments(String... instruments) {
      this.instruments = codes(instruments);
      return this;
    }

    public AskMaker text(String text) {
      this.text = text;
      return this;
    }

    public AskMaker budget(@Nullable Money budget) {
      this.budget = budget;
      return this;
    }

    public AskMaker stage(Need.@Nullable Stage stage) {
      this.stage = stage;
      return this;
    }

    public AskMaker attributes(Attributes attributes) {
      this.attributes = attributes;
      return this;
    }

    public AskMaker hideOwnCases() {
      this.hideOwnCases = true;
      return this;
    }

    // NullAway misses the annotation of a nested type in a class file.
    @SuppressWarnings("NullAway")
    public Ask make() {
      return new Ask(
          id("need"),
          city,
          technologies,
          instruments,
          text,
          text,
          DealSizes.of(budget),
          stage,
          NOW,
          hideOwnCases,
          attributes);
    }
  }
}
