import type { PackageNode } from "./package-node"

/**
 * An accessory that is not nested is a line of its own, which the customer keeps or removes (P16). One that the customer
 * does not see goes with its package, as a nested one: it is reserved and picked (P13), until it is shown.
 */
export const isSeparate = ({ entry, isUnseen }: PackageNode): boolean =>
  entry?.role === "accessory" && !entry.isNested && !isUnseen

/** What goes with a package: without its separate accessories and what is in them. */
export const withoutSeparate = (node: PackageNode): PackageNode => ({
  ...node,
  children: node.children.filter((child) => !isSeparate(child)).map(withoutSeparate),
})

/** The separate accessories to be sold with a package. */
export const separateAccessories = (root: PackageNode): PackageNode[] =>
  root.children.flatMap((child) => (isSeparate(child) ? [child] : separateAccessories(child)))

/** Those that a change of choices or of the recipe brings: what is there already is the customer's to keep or remove. */
export function newAccessories(before: PackageNode, after: PackageNode): PackageNode[] {
  const known = new Set(separateAccessories(before).map(({ path }) => path))
  return separateAccessories(after).filter(({ path }) => !known.has(path))
}
