package greenpair.registry.format;

import static greenpair.catalog.Kind.DEPLOYMENT;
import static greenpair.catalog.Kind.FINANCIER;
import static greenpair.catalog.Kind.FIRM;
import static greenpair.catalog.Kind.NEED;
import static greenpair.catalog.Kind.PROGRAMME;
import static greenpair.registry.format.BadLine.NAME;
import static greenpair.registry.format.BadLine.SOURCE;
import static greenpair.registry.format.BadLine.bad;
import static greenpair.registry.format.BadLine.participants;
import static greenpair.registry.format.BadLine.raw;

import java.util.List;

/// Lines of programmes and deployments that a reader must refuse.
final class BadProofLines {
  static final List<BadLine> ALL =
      List.of(
          // programme
          raw(
              "{\"kind\":\"programme\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "participants is required"),
          bad(PROGRAMME, "\"cities\":[\"cn-jilin\"]", "unknown key \"cities\""),
          bad(PROGRAMME, "\"since\":\"last year\"", "since must be a valid date"),
          bad(
              PROGRAMME,
              "\"organisers\":[\"ICLEI\"]",
              "organisers[0] must be an object with one or more of en"),
          bad(
              PROGRAMME,
              "\"since\":\"2026-05\",\"until\":\"2026-04\"",
              "until must not be before since, but 2026-04 is before 2026-05",
              false),
          participants("[]", "participants must not be []", true),
          participants("[\"cn-jilin\"]", "participants[0] must be an object with city", true),
          participants("[{\"needs\":[\"x\"]}]", "participants[0].city is required", true),
          participants(
              "[{\"city\":\"x\",\"since\":\"soon\"}]",
              "participants[0].since must be a valid date",
              true),
          participants(
              "[{\"city\":\"x\"},{\"city\":\"y\"},{\"city\":\"x\"}]",
              "participants must name each city once, but names \"x\" twice",
              false),
          // deployment
          raw(
              "{\"kind\":\"deployment\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "city is required | grade is required"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"BYD Company\"]",
              "firms[0]: an id must be a letter or digit"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"\"]",
              "firms[0] must not be \"\"; give its value, or leave it out"),
          bad(DEPLOYMENT, "\"in_city\":0", "in_city must be true or false, but was 0"),
          bad(
              DEPLOYMENT,
              "\"start\":\"2009\"",
              "start must be an integer from 1800 to 2200, but was"),
          bad(
              DEPLOYMENT,
              "\"start\":2017,\"end\":2009",
              "end must not be below start, 2017",
              false),
          bad(
              DEPLOYMENT,
              "\"quantity\":{\"value\":5,\"unit\":\"buses\"}",
              "quantity.unit must be an obj"),
          bad(
              DEPLOYMENT,
              "\"quantity\":{\"unit\":{\"en\":\"buses\"}}",
              "quantity.value is required"),
          new BadLine(
              Lines.with(FIRM, "").replace("\"en\":\"X\"", "\"en\":\"Unknown\""),
              "name must be the name of an organisation or person",
              false),
          new BadLine(
              Lines.with(FINANCIER, "").replace("\"en\":\"X\"", "\"zh\":\"其他\""),
              "name must be the name of an organisation or person",
              false),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"b\",\"role\":\"owner\"}]",
              "parties must be firms listed in \"firms\", but one is b",
              false),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"role\":\"owner\",\"share\":117}]",
              "parties[0].share must be a number from 0 to 100"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\",\"b\"],\"parties\":[{\"firm\":\"a\",\"role\":\"owner\",\"share\":77},"
                  + "{\"firm\":\"b\",\"role\":\"owner\",\"share\":40}]",
              "the shares of owners in parties must not exceed 100 % together, but 2 owners have"
                  + " 117",
              false),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"role\":\"boss\"}]",
              "parties[0].role must be one of maker, installer"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"result\":\"good\"}]",
              "parties[0].role is required"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"role\":\"maker\",\"result\":\"bad\"}]",
              "parties[0].result must be one of good, mixed, poor, stopped"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"role\":\"maker\",\"figure\":{\"value\":3}}]",
              "parties[0].figure.unit is required"),
          bad(DEPLOYMENT, "\"scope\":\"state\"", "scope must be one of project, programme"),
          bad(
              DEPLOYMENT,
              "\"attributes\":{\"feedstok\":[\"refuse\"]}",
              "unknown key \"attributes.feedstok\" (did you mean \"feedstock\"?)"),
          bad(
              DEPLOYMENT,
              "\"attributes\":{\"feedstock\":\"refuse\"}",
              "attributes.feedstock must be a list"),
          bad(
              DEPLOYMENT,
              "\"attributes\":{}",
              "attributes must not be {}; give its value, or leave it out if it is unknown and not"
                  + " required"),
          bad(
              NEED,
              "\"attributes\":{\"owner\":[\"" + "x".repeat(101) + "\"]}",
              "attributes.owner[0] must have at most 100 characters"),
          bad(
              NEED,
              "\"attributes\":{\"size\":{\"value\":0,\"unit\":\"MW\"}}",
              "attributes.size.value must be above 0"),
          bad(
              DEPLOYMENT,
              "\"status\":\"active\"",
              "status must be one of operating, closed, failed"));

  private BadProofLines() {}
}
