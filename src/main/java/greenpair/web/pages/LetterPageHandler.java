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

/// The page of a letter. Input is never lost: a form with errors, or one that conflicts with
/// another user's change, is shown again.
public record LetterPageHandler(
    PageFrame frame,
    WriteEndpoint writing,
    LetterHandler letters,
    MailHandler mails,
    PageDisclosure seeing) {
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
                view ->
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
                            view)));
  }

  public void save(Context context) {
    PageForm form = PageForm.of(context);
    String id = context.pathParam("id");
    try {
      PageForm.submit(
          context,
          () -> {
            var _ = writing.submit(context, form.body(), letters::save);
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
            var _ = writing.submit(context, form.body(), mails::send);
            return "/introductions/" + id + "/letter";
          },
          faults -> show(context, Form.EMPTY, form.again(faults), ""));
    } catch (ConflictException e) {
      context.status(ProblemKind.STALE.status());
      show(context, Form.EMPTY, form.again(List.of()), "mail.stale");
    }
  }
}
