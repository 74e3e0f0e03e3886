package greenpair.web.pages;

import greenpair.pages.program.ProgramPages;
import greenpair.pages.view.Form;
import greenpair.program.database.ConflictException;
import greenpair.web.http.ProblemKind;
import greenpair.web.pages.frame.PageDisclosure;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.LetterDrafts;
import greenpair.web.program.LetterHandler;
import greenpair.web.program.MailHandler;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The page of a letter. Input is never lost: a form with errors, or one that conflicts with
/// another user's change, is shown again.
public record LetterPageHandler(
    PageFrame frame,
    WriteEndpoint writing,
    LetterHandler letters,
    MailHandler mails,
    PageDisclosure seeing) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ProgramPages pages() {
    return frame.pages().programme();
  }

  public void show(Context context) {
    show(context, Form.EMPTY, Form.EMPTY, "");
  }

  private void show(Context context, Form form, Form mail, String notice) {
    LetterDrafts.Kept kept = letters.kept(context);
    frame.showFresh(
        context,
        (visit, query, snapshot) ->
            seeing.page(
                context,
                snapshot,
                eyes ->
                    pages()
                        .letter(
                            visit,
                            kept.introduction(),
                            letters.drafts().draft(kept, snapshot),
                            kept.saved(),
                            form,
                            mails.isThere() ? mail : null,
                            mails.all(context),
                            notice,
                            snapshot,
                            eyes)));
  }

  public void save(Context context) {
    PageForm form = PageForm.of(context);
    String id = context.pathParam("id");
    try {
      PageForm.submit(
          context,
          () -> {
            var _ = writing.submit(context, body(form), letters.saving(id, last -> form.number()));
            return "/introductions/" + id + "/letter";
          },
          faults -> show(context, form.again(faults), Form.EMPTY, ""));
    } catch (ConflictException e) {
      context.status(ProblemKind.STALE.status());
      show(context, form.again(List.of()), Form.EMPTY, "letter.stale");
    }
  }

  /// Puts the saved letter into the outbox.
  public void send(Context context) {
    PageForm form = PageForm.of(context);
    String id = context.pathParam("id");
    try {
      PageForm.submit(
          context,
          () -> {
            var _ = writing.submit(context, form.body("letter", "mails"), mails.sending(id));
            return "/introductions/" + id + "/letter";
          },
          faults -> show(context, Form.EMPTY, form.again(faults), ""));
    } catch (ConflictException e) {
      context.status(ProblemKind.STALE.status());
      show(context, Form.EMPTY, form.again(List.of()), "mail.stale");
    }
  }

  /// The form as the body of the same request to the API.
  private static ObjectNode body(PageForm form) {
    ObjectNode body = MAPPER.createObjectNode();
    for (String field : List.of("subject", "body")) {
      ObjectNode texts = body.putObject(field);
      for (String language : List.of("en", "zh")) {
        String text = form.value(field + "." + language);
        if (!text.isEmpty()) {
          texts.put(language, text);
        }
      }
    }
    if (!form.values("confirm").isEmpty()) {
      var confirmed = body.putArray("confirm");
      form.values("confirm").forEach(confirmed::add);
    }
    return body;
  }
}
