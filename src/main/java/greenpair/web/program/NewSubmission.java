package greenpair.web.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.value.Rule;
import greenpair.message.Message;
import greenpair.program.Submissions.Submission;
import greenpair.program.Submissions.Submission.Person;
import greenpair.program.Submissions.Submission.Sort;
import greenpair.program.Submissions.Submission.State;
import greenpair.program.database.Stamp;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody sends for review.
record NewSubmission(
    @Rules.Required Sort sort,
    @Rule.OneOf({"firm", "financier", "expert"}) @Nullable Kind kind,
    @Rules.Known(kindIn = "kind") @Nullable EntryId entry,
    @Rules.Known(Kind.NEED) @Nullable EntryId need,
    @Rules.Line @Nullable String organisation,
    @Rules.Line @Nullable String name,
    @Rule.Form(value = ContactPerson.EMAIL_FORM, rule = "value.email") @Nullable String email,
    @Rule.Form(value = ContactPerson.PHONE_FORM, rule = "value.phone") @Nullable String phone,
    @Nullable LocalDate available,
    @Rule.Most(2_000) @Rules.Default("") String body)
    implements Request {
  @Override
  public void check(BodyFields fields) {
    if (fields.isMissing("kind") != fields.isMissing("entry")) {
      String other = fields.isMissing("kind") ? "kind" : "entry";
      fields.missing(other, Message.of("what.kind_and_entry"));
    } else if (sort == Sort.INTEREST && fields.isMissing("entry")) {
      fields.require("organisation");
    } else if (sort != null && sort != Sort.INTEREST) {
      fields.require("entry");
    }
    if (sort == Sort.INTEREST || sort == Sort.REQUEST) {
      fields.require("need");
    }
    if (sort == Sort.CORRECTION) {
      fields.require("body");
    }
    if (sort != null && sort != Sort.REQUEST) {
      fields.require("name");
      if (sort == Sort.CLAIM || fields.isMissing("phone")) {
        fields.require("email");
      }
    }
  }

  /// As it is stored.
  Submission submission(@Nullable EntryId city, Stamp stamp) {
    String sender = sort == Sort.REQUEST ? null : name;
    return new Submission(
        0,
        "",
        sort,
        State.OFFERED,
        kind,
        entry,
        city,
        need,
        organisation,
        sender == null ? null : new Person(sender, email, phone),
        available,
        body,
        stamp,
        null,
        null);
  }
}
