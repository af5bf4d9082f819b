import { addAsset } from "../base/asset"
import { drawPage, type PageParts } from "../base/draw-page"
import { addTemplate, drawTemplate } from "../base/page-engine"
import { PAYMENT_TEMPLATE } from "./payment-template"
import { paymentView, type PaymentContent } from "./payment-view"

addTemplate("@payment", PAYMENT_TEMPLATE)

/** The payment page as HTML. */
export function drawPayment(content: PaymentContent, parts: Pick<PageParts, "seller" | "storefrontUrl">): string {
  const view = paymentView(content)
  const markup = content.begun?.markup
  const scripts = [
    ...(markup?.providerScript ? [markup.providerScript] : []),
    ...(markup?.script ? [addAsset("payment-form", "js", markup.script)] : []),
  ]
  return drawPage({
    ...parts,
    language: content.language,
    title: `${view.badge}: ${view.title} · ${parts.seller.name}`,
    body: drawTemplate("@payment", view),
    scripts,
  })
}
