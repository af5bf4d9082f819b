import { createWorkflow, transform, when, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  createCollectionsWorkflow,
  createAndLinkProductOptionsToProductWorkflow,
  createProductVariantsWorkflow,
  deleteProductVariantsWorkflow,
  releaseLockStep,
  updateProductOptionsWorkflow,
  updateProductOptionValuesWorkflow,
  updateProductVariantsWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { fillOfferStep } from "./steps/fill-offer"
import { acquireOfferLockStep } from "./steps/acquire-offer-lock"
import { planOfferStep, type PlannedSave, type SaveOfferInput } from "./steps/plan-offer"
import { writeCyclePricesStep } from "./steps/write-cycle-prices"
import { writeOfferStep } from "./steps/write-offer"

const optionInput = ({ input, planned }: { input: SaveOfferInput; planned: PlannedSave }) => {
  const { option } = planned.plan
  if (option?.kind === "create") {
    return {
      product_id: input.product_id,
      add: [{ title: option.title, values: option.values, is_exclusive: true }],
    }
  }
  const update = option ? [{ product_option_id: option.optionId, add: option.values.map((value) => ({ value })) }] : []
  return { product_id: input.product_id, update }
}

const variantsInput = ({ input, planned }: { input: SaveOfferInput; planned: PlannedSave }) => ({
  product_variants: planned.plan.cycles.flatMap(({ newVariant }) =>
    newVariant ? [{ ...newVariant, product_id: input.product_id, manage_inventory: false }] : [],
  ),
})

/** Names what nobody has named, once new variants have found the option under its old name. */
function nameDefaults(planned: WorkflowData<PlannedSave>): void {
  const named = transform({ planned }, (data) => data.planned.plan.names)
  when("billing-names-variant", { named }, (data) => data.named !== null).then(() => {
    const input = transform({ named }, ({ named }) => ({
      selector: { id: named?.variant.id ?? "" },
      update: { title: named?.variant.title ?? "" },
    }))
    updateProductVariantsWorkflow.runAsStep({ input })
  })
  when("billing-names-option", { named }, (data) => Boolean(data.named?.option)).then(() => {
    const option = transform({ named }, ({ named }) => ({
      selector: { id: named?.option?.id ?? "" },
      update: { title: named?.option?.title ?? "" },
    }))
    updateProductOptionsWorkflow.runAsStep({ input: option })
    const value = transform({ named }, ({ named }) => ({
      id: named?.option?.valueId ?? "",
      update: { value: named?.option?.value ?? "" },
    }))
    updateProductOptionValuesWorkflow.runAsStep({ input: value })
  })
}

/**
 * Saves how a product is sold (B1, B3 to B6), in one call: creates the offer or changes it. A new cycle makes a variant
 * or takes one of the product's own; a cycle that is left out goes, with its variant if that was made for it.
 * Run twice with the same input, it changes nothing the second time. Result: the offer as stored.
 */
export const saveOfferWorkflow = createWorkflow("billing-save-offer", (input: SaveOfferInput) => {
  const lock = acquireOfferLockStep(input.product_id)
  const planned = planOfferStep(input)

  const newCollections = transform({ planned }, ({ planned: { collection } }) => ({
    collections: collection.create === null ? [] : [{ title: collection.create }],
  }))
  const madeCollections = when(
    "billing-needs-collection",
    { newCollections },
    (data) => data.newCollections.collections.length > 0,
  ).then(() => createCollectionsWorkflow.runAsStep({ input: newCollections }))
  const group = transform({ input, planned, madeCollections }, (data) => ({
    selector: { id: data.input.product_id },
    update: { collection_id: data.madeCollections?.[0]?.id ?? data.planned.collection.assign },
  }))
  when("billing-changes-group", { group }, (data) => data.group.update.collection_id !== null).then(() =>
    updateProductsWorkflow.runAsStep({ input: group }),
  )

  const needsOption = transform({ planned }, (data) => data.planned.plan.option !== null)
  when("billing-needs-option", { needsOption }, (data) => data.needsOption).then(() => {
    const option = transform({ input, planned }, optionInput)
    return createAndLinkProductOptionsToProductWorkflow.runAsStep({ input: option })
  })

  const variants = transform({ input, planned }, variantsInput)
  const made = when("billing-needs-variants", { variants }, (data) => data.variants.product_variants.length > 0).then(
    () => createProductVariantsWorkflow.runAsStep({ input: variants }),
  )
  const madeVariantIds = transform({ made }, (data) => (data.made ?? []).map((variant) => variant.id))

  nameDefaults(planned)

  const offer = fillOfferStep({ product_id: input.product_id, planned, madeVariantIds })
  const prices = transform({ planned, offer }, (data) =>
    data.planned.plan.cycles.flatMap((cycle, index) => {
      const variantId = data.offer.cycles[index]?.variant_id
      return cycle.prices && variantId ? [{ variantId, prices: cycle.prices }] : []
    }),
  )
  const hasNewPrices = writeCyclePricesStep(prices)
  const change = transform({ input, planned, offer, hasNewPrices }, (data) => ({
    before: data.planned.stored,
    after: data.offer,
    has_new_prices: data.hasNewPrices,
    expected: data.input.offer.version,
  }))
  writeOfferStep(change)

  const orphans = transform({ planned }, (data) => ({
    ids: data.planned.plan.removed.filter((cycle) => cycle.madeVariant).map((cycle) => cycle.variantId),
  }))
  when("billing-has-orphans", { orphans }, (data) => data.orphans.ids.length > 0).then(() =>
    deleteProductVariantsWorkflow.runAsStep({ input: orphans }),
  )
  releaseLockStep(lock)
  return new WorkflowResponse(offer)
})
