package greenpair.registry.source.place;

import greenpair.catalog.value.Place;
import greenpair.message.Message;
import greenpair.registry.source.value.ValueFault;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/// Turns eastings and northings of a map grid into degrees of WGS 84.
public record Projection(CoordinateTransform transform) {
  private static final String DEGREES = "+proj=longlat +datum=WGS84 +no_defs";

  /// Reads a definition.
  ///
  /// @param definition in the words of PROJ, such as `+proj=utm +zone=10 +datum=WGS84`
  /// @throws IllegalArgumentException if it defines no grid
  public static Projection of(String definition) {
    CRSFactory grids = new CRSFactory();
    try {
      return new Projection(
          new CoordinateTransformFactory()
              .createTransform(
                  grids.createFromParameters("grid", definition),
                  grids.createFromParameters("WGS84", DEGREES)));
    } catch (Proj4jException | NullPointerException e) {
      // The library reports a definition without +proj with a null pointer.
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /// The place of projected coordinates, which are in metres.
  public Place place(double east, double north) throws ValueFault {
    try {
      ProjCoordinate degrees =
          transform.transform(new ProjCoordinate(east, north), new ProjCoordinate());
      return new Place(degrees.y, degrees.x);
    } catch (Proj4jException | IllegalArgumentException e) {
      throw new ValueFault(east + " " + north, Message.of("row.grid"));
    }
  }
}
