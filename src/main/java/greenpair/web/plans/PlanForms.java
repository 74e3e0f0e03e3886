package greenpair.web.plans;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Rule;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.input.PlanRequest;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import org.jspecify.annotations.Nullable;

/// What plans are asked with: by the API as objects, in forms as words of the notation of each.
public final class PlanForms {
  @SuppressWarnings("UnusedVariable") // Annotations read it.
  private static final int MANY = 1_000;

  private PlanForms() {}

  /// What a plan of any sort is asked with.
  public sealed interface PlanForm permits Cohort, Pairs, Partners, MeetingsForm {
    String title();
  }

  @Rules.Notation(value = "([^=]+)=([0-9]{1,4})", example = "CN=5")
  public record Side(
      @Rules.Once @Rule.Country @Rules.Required String country,
      @Rule.Range(min = 1, max = 9_999) @Rules.Required int cities) {}

  /// A cohort of cities.
  ///
  /// @param sides cities to choose, by country; five each of CN and US if empty
  public record Cohort(
      @Rules.Line @Rules.Default("") String title,
      List<Side> sides,
      @Rules.Known(Kind.CITY) List<EntryId> must,
      @Rules.Known(Kind.CITY) List<EntryId> mustNot,
      @Rule.Range(min = 1, max = MANY) @Nullable Integer ofProvince,
      @Rule.Range(min = 0, max = 1) @Nullable Double difference)
      implements PlanForm {
    public PlanRequest.Cohort request() {
      Map<String, Integer> places = new TreeMap<>();
      sides.forEach(each -> places.put(each.country(), each.cities()));
      return new PlanRequest.Cohort(
          places.isEmpty() ? Map.of("CN", 5, "US", 5) : places,
          new TreeSet<>(must),
          new TreeSet<>(mustNot),
          ofProvince,
          difference);
    }
  }

  /// Pairs of cities.
  ///
  /// @param sides two countries; CN and US if empty
  public record Pairs(
      @Rules.Line @Rules.Default("") String title,
      @Rule.Country List<String> sides,
      @Rules.Known(Kind.CITY) List<EntryId> cities,
      @Rule.Range(min = 1, max = MANY) @Rules.Default("1") int perCity)
      implements PlanForm, Request {
    @Override
    public void check(BodyFields fields) {
      if (!sides.isEmpty() && (sides.size() != 2 || sides.getFirst().equals(sides.getLast()))) {
        wrong(fields, "sides", String.join(", ", sides), Message.of("plan.countries"));
      }
    }

    public PlanRequest.Pairs request() {
      return new PlanRequest.Pairs(sides.isEmpty() ? List.of("CN", "US") : sides, cities, perCity);
    }
  }

  /// How many cities a partner serves at most.
  @Rules.Notation(value = "([^=]+)=([0-9]{1,4})", example = "PARTNER=2")
  public record Capacity(
      @Rules.Once @Rules.Known({Kind.FINANCIER, Kind.FIRM}) @Rules.Required EntryId partner,
      @Rule.Range(min = 1, max = 9_999) @Rules.Required int cities) {}

  @Rules.Notation(value = "([^=]+)=([^=]+)", example = "NEED=PARTNER")
  public record Pin(
      @Rules.Known(Kind.NEED) @Rules.Required EntryId need,
      @Rules.Known({Kind.FINANCIER, Kind.FIRM}) @Rules.Required EntryId partner) {}

  /// A partner that must not be on a list.
  ///
  /// @param at a city or a need; null for everywhere
  @Rules.Notation(value = "([^@]+)(?:@([^@]+))?", example = "PARTNER@CITY")
  public record Veto(
      @Rules.Known({Kind.FINANCIER, Kind.FIRM}) @Rules.Required EntryId partner,
      @Rules.Known({Kind.CITY, Kind.NEED}) @Nullable EntryId at) {}

  /// Partners for all open needs.
  ///
  /// @param keep id of an earlier plan, whose places are kept as far as possible
  public record Partners(
      @Rules.Line @Rules.Default("") String title,
      @Rules.Known(Kind.CITY) List<EntryId> cities,
      @Rule.Range(min = 0, max = MANY) @Nullable Integer firms,
      @Rule.Range(min = 0, max = MANY) @Nullable Integer financiers,
      @Rule.Range(min = 0, max = MANY) @Rules.Default("0") int least,
      @Rule.Range(min = 1, max = MANY) @Nullable Integer capacity,
      List<Capacity> capacities,
      List<Pin> pins,
      List<Veto> vetoes,
      @Nullable String keep)
      implements PlanForm, Request {
    @Override
    public void check(BodyFields fields) {
      boolean isAbove =
          Stream.of(firms, financiers).anyMatch(each -> each != null && each > 0 && each < least);
      if (isAbove) {
        Message rule = Message.of("check.not_above", "other", "firms, financiers");
        wrong(fields, "least", String.valueOf(least), rule);
      }
    }

    /// The plan that it asks for.
    ///
    /// @param previous places of an earlier plan
    /// @param declined what cities declined of it, which is ruled out
    public PlanRequest.Partners request(
        List<AllocationProblem.Assignment> previous,
        List<Requirement.Veto> declined,
        Snapshot snapshot) {
      Map<EntryId, Integer> most = new TreeMap<>();
      capacities.forEach(each -> most.put(each.partner(), each.cities()));
      return new PlanRequest.Partners(
          cities,
          firms,
          financiers,
          least,
          capacity,
          most,
          pins.stream().map(each -> new Requirement.Pin(each.need(), each.partner())).toList(),
          vetoes.stream().map(each -> veto(each, snapshot)).toList(),
          previous,
          declined);
    }

    private static Requirement.Veto veto(Veto veto, Snapshot snapshot) {
      EntryId at = veto.at();
      boolean isCity = at != null && snapshot.entry(Kind.CITY, at).isPresent();
      return new Requirement.Veto(veto.partner(), isCity ? at : null, isCity ? null : at);
    }
  }

  static void wrong(BodyFields fields, String key, @Nullable String value, Message rule) {
    fields.checks().fault(key, value, rule, Message.of("next.correct_or_leave_out"));
  }
}
