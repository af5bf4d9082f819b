import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CORE_MODULE, type CoreModuleService, readLineRecordOf, writeLineRecords } from "../../../../modules/core"
import type { LineRecord } from "../../../../rules/cart"
import {
  keptChoices,
  packageLineOf,
  packagePayload,
  recipesUnder,
  type PackageLine,
  type RecipeBook,
  type Selection,
} from "../../../../rules/packages"
import { loadRecipeBook } from "../../catalog/load-recipe-book"
import { refuse } from "../../../errors/refuse"
import { toSelection, type SelectionInput } from "../to-selection"
import { checkOpenCart } from "./check-open-cart"

export interface ChangePackageInput extends SelectionInput {
  cart_id: string
  line_id: string
  quantity?: number | undefined
  refresh_recipe?: boolean | undefined
  now: string
}

/** Writes another selection into the record of a package's line; the refresh that follows makes its lines. */
export const writeSelectionStep = createStep(
  "packages-write-selection",
  async (input: ChangePackageInput, { container }) => {
    await checkOpenCart(container, input.cart_id)
    const record = await recordOf(container, input)
    const before = packageLineOf(record.payload)
    const { productId } = record
    if (!before || productId === null) {
      refuse("line_id", "The line is no package")
    }
    const book = input.refresh_recipe ? await recipeOfNow(container, productId) : before.book
    const kept = input.refresh_recipe ? stillChosen(book, productId, before.selection) : before.selection
    const selection = toSelection(input, { book, productId, before: kept, now: input.now, mayHide: false })
    const own: PackageLine = { slot: "", book, selection }
    const after = { ...record, payload: { ...record.payload, ...packagePayload(own) } }
    await write(container, after)
    return new StepResponse(undefined, record)
  },
  async (record: LineRecord | undefined, { container }) => {
    if (record) {
      await write(container, record)
    }
  },
)

async function write(container: MedusaContainer, record: LineRecord): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  await writeLineRecords(knex, { create: [], update: [record], delete: [] })
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
