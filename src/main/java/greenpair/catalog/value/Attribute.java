package greenpair.catalog.value;

/// A property other than technology by which a past project and a need are compared. Values are
/// lower-case words that registries share (listed in `docs/catalog-format.md`), except for
/// [#OWNER], which is a name as written.
public enum Attribute implements Word {
  /// The kind of client: `city`, `utility`, `private` …
  CLIENT,
  /// Who owns the site or the building, by name: a firm that works for an owner is asked again.
  OWNER,
  /// The project type: `electricity`, `cogeneration`, `pipeline_gas` …
  PROJECT_TYPE,
  /// The feedstock: `refuse`, `farm_residues`, `solar` …
  FEEDSTOCK,
  /// The type of building: `school`, `hospital`, `housing` …
  BUILDING,
  /// The type of route or service of transport: `urban`, `school_bus`, `dock_based` …
  ROUTE,
  /// How it is delivered and by which contract: `concession`, `turnkey`, `power_purchase` …
  DELIVERY,
  /// Who pays: `city_budget`, `state_grant`, `user_fees` …
  FUNDING;

  /// Whether it says who buys and how, and nothing of the work.
  boolean isOfPurchase() {
    return this == CLIENT || this == DELIVERY || this == FUNDING;
  }
}
