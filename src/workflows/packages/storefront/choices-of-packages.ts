import type { MedusaContainer } from "@medusajs/framework/types"
import type { LineRecord } from "../../../rules/cart"
import {
  allEntries,
  expandPackage,
  isOptionalGroup,
  NOTHING_SELECTED,
  packageLineOf,
  packageOptions,
  separateAccessories,
  visibleEntries,
  type PackageOption,
  type RecipeBook,
} from "../../../rules/packages"
import type {
  ChosenPackage,
  OrderedPackage,
  PackageChoices,
  PackageToChoose,
} from "../../ports/packages/package-choices"
import type { PackageViewer } from "../../ports/packages/package-prices"
import { addPackageToCartWorkflow } from "../cart/add-package-to-cart"
import { toSelection } from "../cart/to-selection"
import { loadVariants } from "../catalog/load-articles"
import { packageRecordsOfOrder } from "../orders/package-records-of-order"
import { findStorePackage, type StoreVisitor } from "./find-store-package"
import { priceSelection } from "./price-selection"

/** What a rule says no by, and that there is no such package. */
const REFUSALS: readonly unknown[] = ["not_allowed", "invalid_data", "not_found"]

/** Why a rule has refused; null: it is no refusal. */
const refusalOf = (error: unknown): string | null => {
  const { type, message } = Object(error) as { type?: unknown; message?: unknown }
  return REFUSALS.includes(type) ? String(message) : null
}

/** What can be chosen in a package, what is chosen, and what it costs so: the same rules as in the shop (P12, P16, P22). */
export const choicesOfPackages: PackageChoices = {
  choose: async (container, asked, viewer) => {
    try {
      return await choose(container, asked, viewer)
    } catch (error) {
      const reason = refusalOf(error)
      if (reason === null) {
        throw error
      }
      return { kind: "refused", reason }
    }
  },
  ofOrder: async (container, order) => {
    const records = await packageRecordsOfOrder(container, order)
    return new Map(
      [...records].flatMap(([lineId, record]) => {
        const ordered = orderedPackage(record)
        return ordered ? [[lineId, ordered] as const] : []
      }),
    )
  },
  addToCart: async (container, { cartId, variantId, quantity, choices, now }) => {
    const input = { cart_id: cartId, variant_id: variantId, quantity, choices: choices.map(toBody), now }
    await addPackageToCartWorkflow(container).run({ input })
  },
}

/** Null: it is no package. */
function orderedPackage({ payload, productId, variantId }: LineRecord): OrderedPackage | null {
  const line = packageLineOf(payload)
  if (!line || !productId || !variantId) {
    return null
  }
  const chosen = line.selection.choices
  const root = expandPackage(line.book, { productId, variantId, choices: chosen })
  const beside = separateAccessories(root).map((node) => ({ variantId: node.variantId, quantity: node.quantity }))
  const choices = chosen.map(({ isHidden: _shown, ...choice }) => choice)
  return { productId, variantId, choices, beside }
}

const toBody = ({ path, isChosen, quantity }: PackageToChoose["choices"][number]) => ({
  path,
  ...(isChosen === undefined ? {} : { is_chosen: isChosen }),
  ...(quantity === undefined ? {} : { quantity }),
})

async function choose(
  container: MedusaContainer,
  { productId, variantId, choices }: PackageToChoose,
  { now, ...visitor }: PackageViewer,
): Promise<ChosenPackage> {
  const { product, book } = await findStorePackage(container, productId, visitor)
  const selection = toSelection(
    { choices: choices.map(toBody) },
    { book, productId, before: NOTHING_SELECTED, now, mayHide: false },
  )
  const root = expandPackage(book, { productId, variantId, choices: selection.choices })
  const options = packageOptions(root, selection.choices)
  const [shown, priced] = await Promise.all([
    showOptions(container, options, { book, productId, visitor }),
    priceOf(container, { book, productId, variantId, selection, quantity: 1 }, visitor),
  ])
  return priced === null ? { kind: "ask" } : { kind: "chosen", title: product.title, options: shown, total: priced }
}

/** Null: it is not sold without more. */
async function priceOf(
  container: MedusaContainer,
  asked: Parameters<typeof priceSelection>[1],
  visitor: StoreVisitor,
): Promise<string | null> {
  try {
    const { total, needsPeriod } = await priceSelection(container, asked, visitor)
    return needsPeriod ? null : total
  } catch (error) {
    if (refusalOf(error) === null) {
      throw error
    }
    return null
  }
}

/** Hidden ones, and those whose product is not sold any more, are not to be chosen. */
async function showOptions(
  container: MedusaContainer,
  options: readonly PackageOption[],
  { book, productId, visitor }: { book: RecipeBook; productId: string; visitor: StoreVisitor },
): Promise<Extract<ChosenPackage, { kind: "chosen" }>["options"]> {
  const visible = new Map(allEntries(visibleEntries(book, productId)).map((one) => [one.path, one]))
  const parents = [...new Set(options.map(({ parentPath }) => parentPath))].flatMap((path) => visible.get(path) ?? [])
  const entries = [...options, ...parents].map(({ entry }) => entry)
  const { articles, products } = await loadVariants(container, entries, visitor)
  const titleOf = (path: string): string => products.get(visible.get(path)?.entry.variantId ?? "")?.title ?? ""
  return options.flatMap(({ entry, path, parentPath, isChosen, quantity }) => {
    const [found, product] = [visible.get(path), products.get(entry.variantId)]
    if (!found || !product) {
      return []
    }
    const alike = options.filter((other) => other.parentPath === parentPath && other.entry.group === entry.group)
    const isOptional = entry.group === null ? entry.isOptional : isOptionalGroup(alike.map((other) => other.entry))
    const price = found.isIncluded || found.recipe ? null : (articles.get(entry.variantId)?.price ?? null)
    return {
      ...{ path, parentPath, parentTitle: titleOf(parentPath), title: product.title, detail: product.subtitle },
      ...{ group: entry.group, isOptional, isChosen, isFreeQuantity: entry.isFreeQuantity, quantity, price },
    }
  })
}
