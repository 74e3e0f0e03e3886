package greenpair.web.pages;

import greenpair.message.Message;
import greenpair.pages.program.SignInPage;
import greenpair.pages.view.Visit;
import greenpair.web.auth.OpenIdHandler;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.auth.SessionHandler;
import greenpair.web.http.Fault;
import greenpair.web.pages.frame.PageForm;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.pages.frame.PageQuery;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;

/// Signing in and out on the pages.
///
/// @param hasProvider whether one may sign in at an OpenID Connect provider too
public record SignInHandler(PageFrame frame, SessionHandler session, boolean hasProvider) {
  public static final String PATH = "/sign-in";

  /// Where who comes from the front page goes on to.
  private static final String WORK = "/programme";

  private static final String TOKEN = "token";

  public List<Route> routes() {
    return List.of(
        Route.get(PATH, Access.OPEN, this::form),
        Route.post(PATH, Access.OPEN, this::open),
        Route.post("/sign-out", Access.MEMBER, this::close));
  }

  private void form(Context context) {
    String back = PageForm.back(Objects.requireNonNullElse(PageQuery.of(context).one("back"), "/"));
    boolean isNowhere = back.equals("/") || back.startsWith(PATH);
    show(context, page(greenpair.pages.view.Form.EMPTY, isNowhere ? WORK : back, false));
  }

  /// Another site must not sign a user in with its own account, because it could then read the
  /// user's input.
  private void open(Context context) {
    PageForm form = PageForm.of(context);
    String token = form.value(TOKEN);
    if (token.isEmpty() || session.signIn(context, token).isEmpty()) {
      Fault fault =
          Fault.of(TOKEN, null, Message.of("auth.token"), Message.of("auth.ask_operator"));
      context.status(token.isEmpty() ? HttpStatus.BAD_REQUEST : HttpStatus.UNAUTHORIZED);
      show(context, page(form.again(List.of(fault)), form.back(), false));
      return;
    }
    PageForm.goOn(context, form.back());
  }

  private void close(Context context) {
    String back = PageForm.of(context).back();
    session.signOut(context);
    PageForm.goOn(context, back);
  }

  public void ask(Context context) {
    Visit visit = frame.visit(context);
    boolean isReading = context.req().getMethod().equals("GET");
    if (isReading) {
      String back = greenpair.pages.view.PageText.encode(PageForm.back(visit.here()));
      PageForm.goOn(context, PATH + "?back=" + back);
      return;
    }
    context.status(HttpStatus.UNAUTHORIZED);
    show(context, page(greenpair.pages.view.Form.EMPTY, PageForm.backOf(context), true));
  }

  private SignInPage page(greenpair.pages.view.Form form, String back, boolean isEnded) {
    String to = OpenIdHandler.PATH + "?to=" + greenpair.pages.view.PageText.encode(back);
    return new SignInPage(form, back, isEnded, hasProvider ? to : "");
  }

  private void show(Context context, SignInPage page) {
    frame.showWithoutIndex(context, "front/signin", page);
    context.header(Header.CACHE_CONTROL, "no-store");
  }
}
