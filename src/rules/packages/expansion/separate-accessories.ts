import type { PackageNode } from "./package-node"

/** An accessory that is not nested is a line of its own, which the customer keeps or removes (P16). */
const isSeparate = ({ entry }: PackageNode): boolean => entry?.role === "accessory" && !entry.isNested

/** What goes with a package: without its separate accessories and what is in them. */
export const withoutSeparate = (node: PackageNode): PackageNode => ({
  ...node,
  children: node.children.filter((child) => !isSeparate(child)).map(withoutSeparate),
})

/** The separate accessories to be sold with a package, those that nobody sees left out. */
export function separateAccessories(root: PackageNode): PackageNode[] {
  return root.children.flatMap((child) => {
    if (isSeparate(child)) {
      return child.isUnseen ? [] : [child]
    }
    return separateAccessories(child)
  })
}
