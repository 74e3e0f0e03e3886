package greenpair.catalog.value;

/// A sector of a city's emission inventory, as in the Global Protocol for Community-Scale
/// inventories: stationary energy is parted into buildings and industry. Electricity counts where
/// it is used.
public enum Sector {
  BUILDINGS,
  INDUSTRY,
  TRANSPORT,
  WASTE,
  LAND
}
