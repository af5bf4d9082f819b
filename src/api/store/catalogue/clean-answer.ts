import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { productsOfVariants, visibilityOf } from "../../../workflows/ports/store-visibility"
import { namedIn, type NamedIds } from "./named-in"
import { placeOfRequest } from "./place-of-request"
import { pruned, type Unwanted } from "./pruned"
import { valuesOfOnly } from "./values-of-only"

/** The products to check: those named, and those of variants named without their product. */
async function productsOf(req: MedusaRequest, { productIds, variantIds, hitIds }: NamedIds): Promise<string[]> {
  const alone = productIds.length ? hitIds : [...variantIds, ...hitIds]
  if (!alone.length) {
    return productIds
  }
  return [...productIds, ...hitIds, ...(await productsOfVariants(req.scope, alone))]
}

async function cleaned(req: MedusaRequest, body: unknown): Promise<unknown> {
  const productIds = await productsOf(req, namedIn(body))
  if (!productIds.length) {
    return body
  }
  const visibility = await visibilityOf(req.scope, productIds, await placeOfRequest(req))
  if (!visibility.hiddenProductIds.size && !visibility.disabledVariantIds.size) {
    return body
  }
  const unwanted: Unwanted = {
    ...visibility,
    optionValueIds: await valuesOfOnly(req, visibility.disabledVariantIds),
  }
  // Medusa's own amounts are objects that know how to write themselves: as they would be sent, they are plain data.
  return pruned(JSON.parse(JSON.stringify(body)), unwanted)
}

/**
 * Takes hidden products and disabled cycles out of an answer before it is sent (B6, B10), wherever they are embedded.
 * An answer that names no product, an error for one, is sent as it is.
 */
export function cleanAnswer(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const send = res.json.bind(res)
  res.json = (body: unknown) => {
    res.json = send
    cleaned(req, body).then(send, next)
    return res
  }
  next()
}
