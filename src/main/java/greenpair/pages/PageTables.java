package greenpair.pages;

import greenpair.catalog.City;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
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
import greenpair.search.Hit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
    record Wanted(NeedsPage.Sector sector, City city, Need need) {}
    return new Table.Columns<Wanted>(v)
        .add("answer.facet.sector", row -> v.plain(row.sector.sector().label()))
        .add("need", row -> v.plain(row.need.name()))
        .add("city", row -> v.plain(row.city.name()))
        .add("answer.facet.country", row -> v.formats().country(row.city.country()))
        .add("state", row -> word(v, "need.state", row.need.word()))
        .add("field.stage", row -> word(v, "stage", row.need.stage()))
        .add("need.buyer", row -> text(v, row.need.purchase().buyer()))
        .add("field.budget", row -> known(row.need.budget(), v.formats()::money))
        .add("need.deadline", row -> text(v, row.need.purchase().deadline()))
        .add("page.verified", row -> yesOrNo(v, row.need.verified()))
        .add("page.sources", row -> v.sources().all(row.need.profile().provenance()))
        .of(
            page.sectors().stream()
                .flatMap(
                    sector ->
                        sector.needs().stream()
                            .map(each -> new Wanted(sector, each.city(), each.need()))));
  }

  private static Table found(PageText v, SearchPage page) {
    boolean isScored = !page.asked().words().isEmpty();
    return new Table.Columns<Hit>(v)
        .add("kind", hit -> v.label("words.common", "word", hit.kind().word()))
        .add("input.name", hit -> v.plain(hit.name()))
        .add("table.points", hit -> isScored ? points(hit.score()) : null)
        .add("table.why", hit -> isScored ? v.plain(hit.why()) : null)
        .add("evidence.grade", hit -> page.hasCase(hit) ? page.grade(hit) : null)
        .add("field.status", hit -> v.standing(hit.status()))
        .add("page.verified", hit -> yesOrNo(v, hit.verified()))
        .add("page.sources", hit -> v.sources().all(hit.sources()))
        .of(page.all());
  }

  private static Table options(PageText v, List<Shortlist> lists) {
    record Listed(String group, Answer.Recommendation each, Answer.@Nullable Case proof) {}
    return new Table.Columns<Listed>(v)
        .add("kind", row -> v.label("words.common", "word", row.each.kind().word()))
        .add("table.group", row -> v.say("group", "word", row.group))
        .add("rank", row -> row.group.equals("recommended") ? row.each.rank() : null)
        .add("input.name", row -> v.plain(row.each.name()))
        .add("table.points", row -> points(row.each.score()))
        .add("table.why", row -> v.cases().isShown(row.each) ? v.plain(row.each.reason()) : null)
        .add(
            "card.lacks",
            row ->
                v.formats()
                    .list(row.each.lacks().stream().map(one -> v.plain(one.label())).toList()))
        .add(
            "table.website",
            row ->
                Stream.of(row.each.contact(), row.each.website())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseGet(() -> v.say("reach.none")))
        .add("deployment", row -> known(row.proof, proof -> v.plain(proof.name())))
        .add("field.cost", row -> row.proof == null ? null : text(v, row.proof.cost()))
        .add("table.caseSource", row -> known(row.proof, v.sources()::ofCase))
        .add("page.verified", row -> yesOrNo(v, row.each.verified()))
        .add("page.sources", row -> v.sources().all(row.each.sources()))
        .of(
            lists.stream()
                .flatMap(
                    list ->
                        groups(v, list).entrySet().stream()
                            .flatMap(
                                group ->
                                    group.getValue().stream()
                                        .map(
                                            each ->
                                                new Listed(
                                                    group.getKey(),
                                                    each,
                                                    v.cases().shown(each.evidence()).stream()
                                                        .findFirst()
                                                        .orElse(null))))));
  }

  private static Map<String, List<Answer.Recommendation>> groups(PageText v, Shortlist list) {
    Map<String, List<Answer.Recommendation>> groups = new LinkedHashMap<>();
    groups.put("recommended", list.shown());
    groups.put("incumbent", list.incumbents());
    groups.put("below", list.below());
    groups.put(
        "lead", list.unproven().stream().filter(each -> v.isShown(each.verified())).toList());
    groups.put("peer", list.peers());
    return groups;
  }

  private static Table board(PageText v, BoardPage page) {
    record Shown(BoardPage.Column column, Introduction each) {}
    return new Table.Columns<Shown>(v)
        .add("input.stage", row -> v.say("introduced", "word", row.column.count().stage()))
        .add(
            "partner",
            row ->
                v.plain(
                    MarkedName.of(
                        page.names().name(row.each.kind(), row.each.partner()),
                        v.status(row.each.kind(), row.each.partner()))))
        .add("city", row -> v.plain(page.names().name(Kind.CITY, row.each.city())))
        .add("input.amount", row -> known(amount(row.each), Introduction.Amount::value))
        .add("input.currency", row -> known(amount(row.each), Introduction.Amount::currency))
        .add("input.responsible", row -> known(row.each.task(), Introduction.Task::responsible))
        .add("input.due", row -> known(row.each.task(), task -> Objects.toString(task.due(), null)))
        .add("input.action", row -> known(row.each.task(), Introduction.Task::action))
        .add("board.overdue", row -> yesOrNo(v, row.each.isOverdue(page.today())))
        .of(
            page.columns().stream()
                .flatMap(column -> column.newest().stream().map(each -> new Shown(column, each))));
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

  private static <T> @Nullable Object known(
      @Nullable T value, Function<T, ? extends @Nullable Object> shown) {
    return value == null ? null : shown.apply(value);
  }

  private static @Nullable Object text(PageText v, @Nullable Text text) {
    return known(text, v::plain);
  }

  private static @Nullable Object word(PageText v, String table, @Nullable Object word) {
    return known(word, each -> v.say(table, "word", each));
  }

  private static String yesOrNo(PageText v, boolean isSo) {
    return v.say(isSo ? "table.yes" : "table.no");
  }
}
