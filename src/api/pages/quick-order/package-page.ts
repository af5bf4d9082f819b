import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { drawPackage } from "../../../pages/quick-order/draw-quick-order"
import { pieces, readPackageForm } from "../../../rules/customers"
import { choosePackage } from "../../../workflows/customers/quick-orders/choose-package"
import { readShownVariants } from "../../../workflows/customers/quick-orders/read-catalogue"
import { pageContext } from "../page-context"
import { sendProblem } from "../send-page"
import { formFields } from "./form-fields"
import type { OpenQuickOrder } from "./open-quick-order"
import { baseOf, sendQuickOrder } from "./page-parts"

/** What of the address is no choice. */
const APART = ["lang", "variant_id", "quantity", "notice"]

/** Answers with what can be chosen in a package. What is chosen stands in the address: looking writes nothing. */
export async function sendPackage(req: MedusaRequest, res: MedusaResponse, open: OpenQuickOrder): Promise<void> {
  const id = (req.params.variant ?? "").replaceAll("\u0000", "")
  const variant = (await readShownVariants(req.scope, open.context, [id])).get(id)
  const fields = formFields(req.query)
  const choices = readPackageForm(fields)
  const choose = (said: typeof choices) =>
    variant?.hasChoices ? choosePackage(req.scope, open.context, { variant, choices: said }) : null
  const asked = await choose(choices)
  // Choices that its recipe does not have any more: the package as it is without them, and a word about it.
  const chosen = asked ?? (choices.length ? await choose([]) : null)
  if (!variant || !chosen) {
    sendProblem(req, res, "not_found", open.path)
    return
  }
  const query = new URLSearchParams(Object.entries(fields).filter(([name]) => !APART.includes(name)))
  const content = {
    ...baseOf(req, open, asked ? undefined : "not_taken"),
    variantId: id,
    title: [variant.productTitle, variant.title].filter(Boolean).join(" – "),
    options: chosen.options,
    listPrice: chosen.listPrice,
    yourPrice: chosen.yourPrice,
    quantity: String(pieces(fields.quantity ?? "") || 1),
  }
  sendQuickOrder(res, drawPackage(content, pageContext(req), query.toString()))
}
