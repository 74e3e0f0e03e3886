package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.message.Message;
import greenpair.plan.allocation.CityShare;
import greenpair.program.PlanReply;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Ids;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The responses of a city to its part of a plan, until a set day.
public record PartReplies(WriteEndpoint writing, PartHandler parts) {
  private static final Map<String, PlanReply.Sort> ANSWERS =
      ValueParser.words(PlanReply.Sort.values());
  private static final String ADDRESS = "/api/v1/plans/";

  public void answer(Context context) {
    writing.write(context, answering(context.pathParam("id"), context.pathParam("city")));
  }

  private record Given(
      PlanReply.Sort sort,
      @Nullable EntryId need,
      @Nullable EntryId partner,
      @Nullable EntryId preferred,
      String body) {}

  public WriteEndpoint.RequestParser answering(String id, String city) {
    return (input, caller) -> {
      BodyFields body = input.body();
      PlanReply.Sort sort = body.choice("answer", ANSWERS);
      // Of the part, which may have more than the catalog has today.
      EntryId need = id(body, "need");
      EntryId partner = id(body, "partner");
      EntryId preferred = either(input, "preferred", body.string("preferred"));
      String text = body.string("body");
      Required.check(
          body,
          "answer",
          Message.of("what.choice", "values", List.of("accept", "decline", "prefer")));
      if (sort == PlanReply.Sort.PREFER && body.isMissing("preferred")) {
        Required.missing(body, "preferred", Message.of("what.preferred"));
      }
      if (sort != null && sort != PlanReply.Sort.PREFER && preferred != null) {
        body.missing(
            "preferred",
            Message.of("check.only_with", "field", "answer", "value", "prefer"),
            Message.of("next.leave_out"));
      }
      input.check();
      Given given =
          new Given(
              Objects.requireNonNull(sort), need, partner, preferred, text == null ? "" : text);
      return (records, stamp) -> {
        PlanView.Part part =
            parts.find(records, caller, id, city).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
        check(part, given);
        PlanReply made =
            records
                .plans()
                .add(
                    new PlanReply(
                        0, "", id, part.city(), need, partner, sort, preferred, given.body, stamp));
        return WriteEndpoint.Done.made(
            "plan.answer",
            "plan " + id + ", " + city + ": " + sort.name().toLowerCase(Locale.ROOT),
            PlanView.Answered.of(made),
            ADDRESS + id + "/cities/" + city);
      };
    };
  }

  private static @Nullable EntryId id(BodyFields body, String key) {
    String word = body.string(key);
    return word == null ? null : Ids.read(body.path(key), word, body.checks());
  }

  /// A partner or a city; null after an error.
  private static @Nullable EntryId either(Input input, String field, @Nullable String word) {
    if (word == null) {
      return null;
    }
    for (Kind kind : List.of(Kind.FINANCIER, Kind.EXPERT, Kind.CITY)) {
      try {
        EntryId id = new EntryId(word);
        if (input.snapshot().entry(kind, id).isPresent()) {
          return id;
        }
      } catch (IllegalArgumentException e) {
        break; // The same fault as for a firm that is not there.
      }
    }
    return input.entry(field, word, Kind.FIRM);
  }

  private void check(PlanView.Part part, Given given) {
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
                    || part.pairs().stream()
                        .anyMatch(
                            each ->
                                each.one().equals(given.partner())
                                    || each.other().equals(given.partner())));
    if (!isOfPart) {
      throw RefusedException.invalid(
          given.partner() == null ? "need" : "partner",
          String.valueOf(given.partner() == null ? given.need() : given.partner()),
          Message.of("plan.part"),
          Message.of("plan.part.next"));
    }
    boolean isPreferable = part.cohort() == null && given.partner() != null;
    if (given.sort() == PlanReply.Sort.PREFER && !isPreferable) {
      throw RefusedException.invalid(
          "answer", "prefer", Message.of("plan.preferred"), Message.of("plan.preferred.next"));
    }
  }

  private static boolean isOf(CityShare share, Given given) {
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
}
