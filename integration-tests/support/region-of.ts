import type { RegionDTO } from "@medusajs/framework/types"
import type { TestRegions } from "./create-regions"
import type { Country } from "./test-address"

/** The region in which a country buys. */
export function regionOf(regions: TestRegions, country: Country): RegionDTO {
  const region = country === "ch" ? regions.chf : country === "jp" ? regions.jpy : regions.eur
  if (!region) {
    throw new Error(`The test world has no region for ${country}`)
  }
  return region
}
