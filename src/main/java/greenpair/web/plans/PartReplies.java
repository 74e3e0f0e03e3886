package greenpair.web.plans;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Word;
import greenpair.message.Message;
import greenpair.plan.allocation.CityShare;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.access.Caller;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import org.jspecify.annotations.Nullable;

/// The responses of a city to its part of a plan, until a set day.
public record PartReplies(WriteEndpoint writing, PartHandler parts) {
  /// A response of a city to a place, a need or its whole part. Need and partner are those of the
  /// part, which may have more than the catalog has today.
  ///
  /// @param preferred a partner or a city
  record NewAnswer(
      @Rules.Required PlanReply.Sort answer,
      @Nullable EntryId need,
      @Nullable EntryId partner,
      @Rules.Known({Kind.FINANCIER, Kind.CITY, Kind.FIRM}) @Nullable EntryId preferred,
      @Rules.Default("") String body)
      implements Request {
    @Override
    public void check(BodyFields fields) {
      if (answer == PlanReply.Sort.PREFER && fields.isMissing("preferred")) {
        fields.missing("preferred");
      }
      if (answer != null && answer != PlanReply.Sort.PREFER && preferred != null) {
        fields.fault(
            "preferred",
            Message.of("check.only_with", "field", "answer", "value", "prefer"),
            Message.of("next.leave_out"));
      }
    }
  }

  public Route route() {
    return writing
        .post(PlanHandler.PATH + "/{id}/cities/{city}/answers", Access.EDIT, this::answer)
        .asNew("answerPlan", NewAnswer.class, PlanReply.class)
        .where("city", "cn-shenzhen")
        .example("{'answer': 'accept', 'body': 'Agreed at the meeting of the council'}");
  }

  public WriteEndpoint.Work answer(Input input, Caller caller) {
    String id = input.path("id");
    String city = input.path("city");
    NewAnswer sent = input.body(NewAnswer.class);
    return (records, stamp) -> {
      PlanView.Part part =
          parts.find(records, caller, id, city).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
      check(part, sent);
      PlanReply made =
          records
              .plans()
              .add(
                  new PlanReply(
                      0,
                      "",
                      id,
                      part.city(),
                      sent.need(),
                      sent.partner(),
                      sent.answer(),
                      sent.preferred(),
                      sent.body(),
                      stamp));
      return WriteEndpoint.Done.made(
          "plan.answer",
          "plan " + id + ", " + city + ": " + Word.of(sent.answer()),
          made,
          PlanHandler.PATH + "/" + id + "/cities/" + city);
    };
  }

  private void check(PlanView.Part part, NewAnswer given) {
    LocalDate until = part.about().until();
    if (!parts.isOpen(part.about())) {
      throw RefusedException.invalid(
          "id",
          part.about().id(),
          until == null ? Message.of("plan.open") : Message.of("plan.until", "until", until),
          Message.of("plan.ask_coordinators"));
    }
    boolean isOfPart =
        part.partners() != null
            ? isOf(part.partners(), given)
            : given.need() == null
                && (given.partner() == null
                    || part.pairs().stream().anyMatch(each -> each.isOf(given.partner())));
    if (!isOfPart) {
      throw RefusedException.invalid(
          given.partner() == null ? "need" : "partner",
          String.valueOf(given.partner() == null ? given.need() : given.partner()),
          Message.of("plan.part"),
          Message.of("plan.part.next"));
    }
    boolean isPreferable = part.cohort() == null && given.partner() != null;
    if (given.answer() == PlanReply.Sort.PREFER && !isPreferable) {
      throw RefusedException.invalid(
          "answer", "prefer", Message.of("plan.preferred"), Message.of("plan.preferred.next"));
    }
  }

  private static boolean isOf(CityShare share, NewAnswer given) {
    if (given.need() == null) {
      return given.partner() == null;
    }
    return share.needs().stream()
        .filter(each -> each.need().equals(given.need()))
        .anyMatch(
            each ->
                given.partner() == null
                    || each.got().stream().anyMatch(got -> got.partner().equals(given.partner())));
  }

  /// What cities answered to the places of a plan. A city answers to a place, to a need or to its
  /// whole part; of the answers that contain a place, the newest counts.
  static final class PlanReplies {
    private final Map<EntryId, List<PlanReply>> ofCities = new HashMap<>();

    /// @param answers oldest first
    PlanReplies(List<PlanReply> answers) {
      answers.forEach(
          each -> ofCities.computeIfAbsent(each.city(), city -> new ArrayList<>()).add(each));
    }

    /// The answer that counts for a place; empty without any.
    Optional<PlanReply.Sort> to(EntryId city, EntryId need, EntryId partner) {
      return ofCities.getOrDefault(city, List.of()).reversed().stream()
          .filter(each -> each.need() == null || each.need().equals(need))
          .filter(each -> each.partner() == null || each.partner().equals(partner))
          .map(PlanReply::sort)
          .findFirst();
    }
  }
}
