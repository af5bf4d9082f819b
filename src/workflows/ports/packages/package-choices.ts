import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../../rules/money"
import { createPort } from "../create-port"
import type { OrderLineToMatch } from "../dependent-lines"
import type { PackageViewer } from "./package-prices"

/** What is said of one part of a package; what is left out stays as the recipe says. */
export interface PackageChoice {
  path: string
  isChosen?: boolean
  quantity?: number
}

/** Something that can be chosen in a package as it is chosen now. */
export interface PackageOption {
  path: string
  /** The part that it is in; "": the package itself. */
  parentPath: string
  parentTitle: string
  title: string
  detail: string | null
  /** Of those with the same one in a part, one is in the package. */
  group: string | null
  /** Whether it may be left out; of a group: the group as a whole. */
  isOptional: boolean
  isChosen: boolean
  isFreeQuantity: boolean
  /** In one package. */
  quantity: number
  /** What one costs beside the package, before discounts; null: it is in the package's price, or has none of its own. */
  price: Decimal | null
}

export interface PackageToChoose {
  productId: string
  variantId: string
  choices: readonly PackageChoice[]
}

export type ChosenPackage =
  | { kind: "chosen"; title: string; options: PackageOption[]; total: Decimal }
  /** It is not sold without more: for a period, or with a part that has no price. */
  | { kind: "ask" }
  /** The choices are none of its recipe. */
  | { kind: "refused"; reason: string }

export interface OrderedPackage {
  productId: string
  variantId: string
  /** None where it was sold as its recipe had it. */
  choices: PackageChoice[]
  /** Accessories that came with it as lines of their own. */
  beside: { variantId: string; quantity: number }[]
}

/** Packages whose contents are chosen. Used by customers. */
export interface PackageChoices {
  choose: (container: MedusaContainer, asked: PackageToChoose, viewer: PackageViewer) => Promise<ChosenPackage>
  /** The packages of an order, by their lines' ids. */
  ofOrder: (
    container: MedusaContainer,
    order: { cartId: string | null; lines: OrderLineToMatch[] },
  ) => Promise<Map<string, OrderedPackage>>
  /** Puts one into a cart that is open. */
  addToCart: (
    container: MedusaContainer,
    added: PackageToChoose & { cartId: string; quantity: number; now: string },
  ) => Promise<void>
}

export const packageChoices = createPort<PackageChoices>("what is chosen in packages")
