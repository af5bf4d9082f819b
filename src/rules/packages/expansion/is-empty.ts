import { isByContents } from "../pricing/price-package"
import type { PackageNode } from "./package-node"

/** Whether a package that its contents make the price of has none: it would be given away, whatever is beside it. */
export const isEmpty = ({ recipe, children }: PackageNode): boolean =>
  recipe !== null && isByContents(recipe) && !children.some(({ entry }) => entry?.role === "content")

export const NOTHING_IN_IT = "its contents make its price, and there is none in it: choose one"
