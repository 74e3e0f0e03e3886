package greenpair.pages;

import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.match.MarkedName;
import greenpair.match.reason.Answer;
import greenpair.pages.city.NeedPage;
import greenpair.pages.city.Shortlist;
import greenpair.pages.front.NeedsPageBuilder.NeedsPage;
import greenpair.pages.program.BoardPage;
import greenpair.pages.search.SearchPage;
import greenpair.pages.view.PageText;
import greenpair.pages.view.Table;
import greenpair.program.introduction.Introduction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lists of pages as tables. Each table is created from the same record as its page, so that
/// both show the same.
final class PageTables {
  private PageTables() {}

  static Optional<Table> of(PageText v, Object page) {
    return Optional.ofNullable(
        switch (page) {
          case NeedsPage needs -> needs(v, needs);
          case SearchPage search -> found(v, search);
          case NeedPage.Options options -> options(v, options.lists());
          case BoardPage board -> board(v, board);
          default -> null;
        });
  }

  private static Table needs(PageText v, NeedsPage page) {
    Table table =
        Table.of(
            v,
            "answer.facet.sector",
            "need",
            "city",
            "answer.facet.country",
            "state",
            "field.stage",
            "need.buyer",
            "field.budget",
            "need.deadline",
            "page.verified",
            "page.sources");
    for (NeedsPage.Sector sector : page.sectors()) {
      for (NeedsPage.Row row : sector.needs()) {
        var need = row.need();
        String state = need.word();
        table.add(
            v.plain(sector.sector().label()),
            v.plain(need.name()),
            v.plain(row.city().name()),
            v.formats().country(row.city().country()),
            state == null ? null : v.say("need.state", "word", state),
            need.stage() == null ? null : v.say("stage", "word", need.stage()),
            text(v, need.purchase().buyer()),
            need.budget() == null ? null : v.formats().money(need.budget()),
            text(v, need.purchase().deadline()),
            checked(v, need.verified()),
            v.sources().all(need.profile().provenance()));
      }
    }
    return table;
  }

  private static Table found(PageText v, SearchPage page) {
    boolean isScored = !page.asked().words().isEmpty();
    return Table.of(
            v,
            "kind",
            "input.name",
            "table.points",
            "table.why",
            "evidence.grade",
            "field.status",
            "page.verified",
            "page.sources")
        .with(
            page.all()
                .map(
                    hit ->
                        Table.row(
                            v.label("words.common", "word", hit.kind().word()),
                            v.plain(hit.name()),
                            isScored ? points(hit.score()) : null,
                            isScored ? v.plain(hit.why()) : null,
                            page.hasCase(hit) ? page.grade(hit) : null,
                            v.standing(hit.status()),
                            checked(v, hit.verified()),
                            v.sources().all(hit.sources()))));
  }

  private static Table options(PageText v, List<Shortlist> lists) {
    Table table =
        Table.of(
            v,
            "kind",
            "table.group",
            "rank",
            "input.name",
            "table.points",
            "table.why",
            "card.lacks",
            "table.website",
            "deployment",
            "field.cost",
            "table.caseSource",
            "page.verified",
            "page.sources");
    for (Shortlist list : lists) {
      options(v, table, "recommended", list.shown());
      options(v, table, "incumbent", list.incumbents());
      options(v, table, "below", list.below());
      options(
          v,
          table,
          "lead",
          list.unproven().stream().filter(each -> v.isShown(each.verified())).toList());
      options(v, table, "peer", list.peers());
    }
    return table;
  }

  private static void options(
      PageText v, Table table, String group, List<Answer.Recommendation> listed) {
    for (Answer.Recommendation each : listed) {
      var proof = v.cases().shown(each.evidence()).stream().findFirst();
      table.add(
          v.label("words.common", "word", each.kind().word()),
          v.say("group", "word", group),
          group.equals("recommended") ? each.rank() : null,
          v.plain(each.name()),
          points(each.score()),
          v.cases().isShown(each) ? v.plain(each.reason()) : null,
          v.formats().list(each.lacks().stream().map(one -> v.plain(one.label())).toList()),
          each.contact() != null
              ? each.contact()
              : each.website() != null ? each.website() : v.say("reach.none"),
          proof.map(one -> v.plain(one.name())).orElse(null),
          proof.map(Answer.Case::cost).map(v::plain).orElse(null),
          proof.map(v.sources()::ofCase).orElse(null),
          checked(v, each.verified()),
          v.sources().all(each.sources()));
    }
  }

  private static Table board(PageText v, BoardPage page) {
    Table table =
        Table.of(
            v,
            "input.stage",
            "partner",
            "city",
            "input.amount",
            "input.currency",
            "input.responsible",
            "input.due",
            "input.action",
            "board.overdue");
    for (BoardPage.Column column : page.columns()) {
      for (Introduction each : column.newest()) {
        Introduction.Task task = each.task();
        Introduction.Amount amount = amount(each);
        table.add(
            v.say("introduced", "word", column.count().stage()),
            v.plain(
                MarkedName.of(
                    page.names().name(each.kind(), each.partner()),
                    v.status(each.kind(), each.partner()))),
            v.plain(page.names().name(Kind.CITY, each.city())),
            amount == null ? null : amount.value(),
            amount == null ? null : amount.currency(),
            task == null ? null : task.responsible(),
            task == null || task.due() == null ? null : task.due().toString(),
            task == null ? null : task.action(),
            v.say(each.isOverdue(page.today()) ? "table.yes" : "table.no"));
      }
    }
    return table;
  }

  /// That of the latest step that has one.
  private static Introduction.@Nullable Amount amount(Introduction introduction) {
    return introduction.steps().reversed().stream()
        .map(Introduction.Step::amount)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// Whole points out of 100, as pages show them.
  private static long points(double score) {
    return Math.round(score * 100);
  }

  private static @Nullable String text(PageText v, @Nullable Text text) {
    return text == null ? null : v.plain(text);
  }

  private static String checked(PageText v, boolean isChecked) {
    return v.say(isChecked ? "table.yes" : "table.no");
  }
}
