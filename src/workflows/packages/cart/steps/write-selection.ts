import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  CORE_MODULE,
  type CoreModuleService,
  readLineRecordOf,
  readLineRecords,
  writeLineRecords,
} from "../../../../modules/core"
import type { LineRecord } from "../../../../rules/cart"
import {
  expandPackage,
  keptChoices,
  movedRentals,
  newAccessories,
  packageLineOf,
  packagePayload,
  recipesUnder,
  type MovedRental,
  type PackageLine,
  type RecipeBook,
  type Selection,
} from "../../../../rules/packages"
import { loadRecipeBook } from "../../catalog/load-recipe-book"
import { refuse } from "../../../errors/refuse"
import { toSelection, type SelectionInput } from "../to-selection"
import { checkOpenCart } from "./check-open-cart"
import { movedTerms, separateLines, type PackageOut } from "../separate-lines"
import { nowOf, type PreparedPackage } from "./prepare-package"

export interface ChangePackageInput extends SelectionInput {
  cart_id: string
  line_id: string
  quantity?: number | undefined
  refresh_recipe?: boolean | undefined
  /** An instant, by which a period may be past; left out: the store's. */
  now?: string | undefined
}

/** Accessories that come as lines of their own, for Medusa to add. */
export type AddedAccessories = Pick<PreparedPackage, "items">

interface WrittenSelection {
  /** As they were. */
  before: LineRecord[]
  created: LineRecord[]
}

/** Writes another selection into the record of a package's line; the refresh that follows makes its lines. */
export const writeSelectionStep = createStep(
  "packages-write-selection",
  async (input: ChangePackageInput, { container }) => {
    await checkOpenCart(container, input.cart_id)
    const record = await recordOf(container, input)
    const before = packageLineOf(record.payload)
    const { productId, variantId } = record
    if (!before || productId === null || variantId === null) {
      refuse("line_id", "The line is no package")
    }
    const book = input.refresh_recipe ? await recipeOfNow(container, productId) : before.book
    const kept = input.refresh_recipe ? stillChosen(book, productId, before.selection) : before.selection
    const now = await nowOf(container, input)
    const selection = toSelection(input, { book, productId, before: kept, now, mayHide: false })
    const own: PackageLine = { slot: "", book, selection }
    const after = { ...record, payload: { ...record.payload, ...packagePayload(own) } }
    const rootOf = ({ book: of, selection: { choices } }: PackageLine) =>
      expandPackage(of, { productId, variantId, choices })
    const root = rootOf(own)
    const accessories = newAccessories(rootOf(before), root)
    const moved = await movedAccessories(container, input.cart_id, {
      before: { root: rootOf(before), selection: before.selection },
      after: { root, selection },
    })
    const separate = await separateLines(container, { root, accessories, selection, cartId: input.cart_id })
    const created = separate.flatMap((one) => one.record ?? [])
    await write(container, { create: created, update: [after, ...moved.map((one) => one.after)], delete: [] })
    const added: AddedAccessories = { items: separate.map(({ item }) => item) }
    const written: WrittenSelection = { before: [record, ...moved.map((one) => one.before)], created }
    return new StepResponse(added, written)
  },
  async (written: WrittenSelection | undefined, { container }) => {
    if (written) {
      await write(container, { create: [], update: written.before, delete: written.created })
    }
  },
)

/** Accessories of theirs that are lines of their own go where the package goes (P16). */
async function movedAccessories(
  container: MedusaContainer,
  cartId: string,
  change: { before: PackageOut; after: PackageOut },
): Promise<MovedRental[]> {
  const moves = await movedTerms(container, change)
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  return moves.length ? movedRentals(await readLineRecords(knex, cartId), moves) : []
}

async function write(container: MedusaContainer, records: Parameters<typeof writeLineRecords>[1]): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  await writeLineRecords(knex, records)
}

async function recordOf(container: MedusaContainer, { cart_id, line_id }: ChangePackageInput): Promise<LineRecord> {
  const record = await readLineRecordOf(container.resolve<CoreModuleService>(CORE_MODULE).db.knex, line_id)
  if (!record || record.cartId !== cart_id) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Line item with id: ${line_id} was not found`)
  }
  return record
}

/** What is sold of the package if its recipe is refreshed (P20). */
export async function recipeOfNow(container: MedusaContainer, productId: string): Promise<RecipeBook> {
  const book = await loadRecipeBook(container, [productId])
  return book[productId] ? recipesUnder(book, productId) : refuse("refresh_recipe", "It is no package any more")
}

/** What was chosen and still can be. */
export const stillChosen = (book: RecipeBook, productId: string, selection: Selection): Selection => ({
  ...selection,
  choices: keptChoices(book, productId, selection.choices),
})
