package greenpair.web;

import module java.base;

import greenpair.pages.Pages;
import greenpair.web.answers.AnswerCache;
import greenpair.web.answers.AnswerEndpoint;
import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.auth.Failures;
import greenpair.web.auth.Guard;
import greenpair.web.auth.SessionCookies;
import greenpair.web.catalog.EntryDisclosure;
import greenpair.web.http.ClientAddress;
import greenpair.web.http.Limiter;
import greenpair.web.pages.ProgramNotesReader;
import greenpair.web.pages.frame.PageForms;
import greenpair.web.pages.frame.PageFrame;
import greenpair.web.program.Inputs;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import greenpair.web.searches.SearchLog;
import greenpair.web.settings.WebSettings;

/// What the handlers of all routes share: answers, pages, access, reading and writing programme
/// data.
final class HandlerParts {
  final AnswerCache cache;
  final AnswerEndpoint answering;
  final ClientAddress remote;
  final Failures failures;
  final SessionCookies sessions;
  final Guard guard;
  final PageFrame frame;
  final ReadEndpoint reading;
  final WriteEndpoint writing;
  final EntryDisclosure disclosure;
  final PageForms forms;
  final ProgramNotesReader notes;
  final MatchAndSearchRoutes questions;
  final SearchLog searchLog;

  /// Tells days in the time zone of the programme.
  final Clock calendar;

  private final InstantSource clock;

  HandlerParts(ServerParts parts) {
    WebSettings settings = parts.settings();
    this.cache = new AnswerCache(settings.cacheBytes());
    this.answering = new AnswerEndpoint(parts.live(), cache, settings.answerWithin());
    this.remote = new ClientAddress(settings.access().proxies());
    this.failures = new Failures(remote, parts.clock());
    this.sessions = new SessionCookies(parts.program(), remote, failures);
    this.guard =
        new Guard(parts.program(), sessions, failures, remote, settings.access(), parts.clock());
    this.frame =
        new PageFrame(
            parts.live(),
            Pages.of(parts.answerParts()::recommender, settings.zone()),
            parts.answerParts(),
            cache,
            guard,
            settings.answerWithin());
    Inputs inputs =
        new Inputs(parts.live(), parts.taxonomy(), parts.program(), settings.answerWithin());
    this.reading = new ReadEndpoint(inputs, parts.program(), guard, parts.clock());
    this.writing = new WriteEndpoint(inputs, parts.program(), guard, parts.clock());
    this.disclosure = new EntryDisclosure(guard, parts.program(), parts.clock());
    this.forms = new PageForms(frame, writing);
    this.notes = new ProgramNotesReader(reading, guard, parts.codec());
    this.questions = new MatchAndSearchRoutes(parts.answerParts());
    this.clock = parts.clock();
    this.calendar = clock.withZone(settings.zone());
    this.searchLog =
        new SearchLog(
            parts.live(),
            parts.answerParts(),
            parts.program(),
            calendar,
            remote,
            settings.access().keepsSearches(),
            new ConcurrentHashMap<>());
  }

  Limiter limiter(int perMinute) {
    return new Limiter(perMinute, remote, clock);
  }
}
