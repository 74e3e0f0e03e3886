package greenpair.web.pages.frame;

import greenpair.catalog.EntryId;
import greenpair.catalog.Language;
import greenpair.index.read.Snapshot;
import greenpair.pages.view.Visit;
import greenpair.pages.view.Visit.Member;
import greenpair.program.access.Caller;
import greenpair.program.database.ProgramException;
import greenpair.web.auth.Guard;
import greenpair.web.auth.SessionCookies;
import greenpair.web.http.RefusedException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;

/// Who asks for a page, in which language, and from which city: by the address, or else as the
/// browser remembers.
record Visits(Guard guard) {
  Visit of(Context context, PageQuery query, @Nullable EntryId home, boolean hidesUnverified) {
    query.language().ifPresent(chosen -> remember(context, "lang", chosen.word()));
    Language language = query.language(context);
    Member member = member(context);
    boolean isCheckedOnly = hidesUnverified && member == null;
    return new Visit(
        language, context.req().getRequestURI(), query.without(), home, member, isCheckedOnly);
  }

  /// Signed-in users. An error page must not fail for the same reason.
  private @Nullable Member member(Context context) {
    try {
      Caller caller = guard.caller(context);
      return caller.isSignedIn() ? new Member(caller, SessionCookies.csrf(context)) : null;
    } catch (RefusedException | ProgramException e) {
      return null;
    }
  }

  /// The city that the address names, which is remembered, or the one that was.
  static @Nullable EntryId home(Context context, PageQuery query, Snapshot snapshot) {
    EntryId named = query.city();
    if (named != null && snapshot.city(named).isPresent()) {
      remember(context, PageQuery.CITY, named.value());
      return named;
    }
    EntryId kept = EntryId.parse(context.cookie(PageQuery.CITY)).orElse(null);
    return kept != null && snapshot.city(kept).isPresent() ? kept : null;
  }

  private static void remember(Context context, String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge(PageFrame.YEAR);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }
}
