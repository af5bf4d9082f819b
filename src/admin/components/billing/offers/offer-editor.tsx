import { FocusModal, usePrompt } from "@medusajs/ui"
import { useRef } from "react"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { useTexts } from "../../../lib/use-texts"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { useSoldProduct } from "../../../lib/billing/use-sold-product"
import { Loaded } from "../../ui/loaded"
import { OfferEditorForm } from "./offer-editor-form"

interface OfferEditorProps {
  product: { id: string; title: string }
  offer: OfferAnswer | null
  onClose: () => void
}

/** Edits how a product is sold. Nothing is saved before Save; what was typed is not lost without a question. */
export function OfferEditor({ product, offer, onClose }: OfferEditorProps) {
  const { t } = useTexts("billing")
  const prompt = usePrompt()
  const currencies = useCurrencies()
  const sold = useSoldProduct(product.id, true)
  const isDirty = useRef(false)

  const leave = async () => {
    // The Escape that asked to leave is still on its way: it would answer the question, too.
    await new Promise((later) => setTimeout(later))
    const agreed =
      !isDirty.current ||
      (await prompt({
        title: t("common.leave_title"),
        description: t("common.leave_warning"),
        confirmText: t("common.leave"),
        cancelText: t("common.back"),
      }))
    if (agreed) {
      onClose()
    }
  }

  return (
    <FocusModal open onOpenChange={(open) => !open && void leave()}>
      <FocusModal.Content>
        <FocusModal.Header />
        <Loaded query={currencies} rows={6}>
          {(codes) => (
            <Loaded query={sold} rows={6}>
              {(facts) => (
                <OfferEditorForm
                  product={product}
                  facts={facts}
                  currencies={codes}
                  offer={offer}
                  isDirty={isDirty}
                  onSaved={onClose}
                  onCancel={() => void leave()}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      </FocusModal.Content>
    </FocusModal>
  )
}
