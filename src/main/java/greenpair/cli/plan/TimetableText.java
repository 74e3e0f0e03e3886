package greenpair.cli.plan;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanWords;
import greenpair.plan.meetings.Meeting;
import greenpair.plan.meetings.Slot;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.Wish;

/// Prints a timetable on a terminal.
record TimetableText(PlanWords words, Language language) {
  String of(PlanRequest.Meetings request, Timetable made) {
    StringBuilder text = new StringBuilder();
    double gap = made.millionths() == 0 ? 0 : (double) made.bound() / made.millionths() - 1;
    text.append(words.optimality(made.isProven(), gap).best(language)).append('\n');
    text.append(
            Message.of(
                    "meeting.counts",
                    "meetings",
                    made.meetings().size(),
                    "waiting",
                    made.waiting().size(),
                    "idle",
                    made.idle())
                .in(language))
        .append('\n');
    int last = -1;
    for (Meeting each : made.meetings()) {
      if (each.slot() != last) {
        Slot slot = request.summit().slots().get(each.slot());
        text.append('\n').append(request.time(slot)).append('\n');
        last = each.slot();
      }
      text.append("  ")
          .append(each.table() == 0 ? Message.of("plan.online").in(language) : each.table() + "")
          .append("  ")
          .append(words.name(each.city()).best(language))
          .append(" – ")
          .append(words.name(each.partner()).best(language));
      if (each.interpreter() != null) {
        text.append("  ")
            .append(Message.of("plan.interpreter", "name", each.interpreter()).in(language));
      }
      text.append('\n');
    }
    for (Wish each : made.waiting()) {
      text.append(
              Message.of(
                      "meeting.waits",
                      "city",
                      words.name(each.city()),
                      "partner",
                      words.name(each.partner()),
                      "why",
                      request.summit().whyWaiting(each))
                  .in(language))
          .append('\n');
    }
    return text.toString();
  }
}
