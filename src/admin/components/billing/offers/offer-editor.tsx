import { Button, FocusModal, Heading, Text, usePrompt } from "@medusajs/ui"
import { FormProvider, useForm } from "react-hook-form"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { useTexts } from "../../../lib/use-texts"
import { toOfferForm, toSaveOffer, type OfferForm } from "../../../lib/billing/offer-form"
import { dashboardProductKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useCurrencies } from "../../../lib/store/use-currencies"
import { useSoldProduct } from "../../../lib/billing/use-sold-product"
import { Loaded } from "../../ui/loaded"
import { OfferEditorFields } from "./offer-editor-fields"

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
  const onlyVariant = sold.data?.variants.length === 1 ? sold.data.variants[0]?.id : undefined
  const form = useForm<OfferForm>({
    values: toOfferForm(offer, onlyVariant),
    resetOptions: { keepDirtyValues: true },
  })
  // Read while drawing: the form tells of it only to those who do.
  const { isDirty } = form.formState
  const save = useChange({
    change: (values: OfferForm) =>
      sdk.client.fetch(`/admin/billing/products/${product.id}/offer`, { method: "POST", body: toSaveOffer(values) }),
    done: t("offer.saved"),
    alsoStale: dashboardProductKeys,
    onDone: onClose,
  })

  const leave = async () => {
    // The Escape that asked to leave is still on its way: it would answer the question, too.
    await new Promise((later) => setTimeout(later))
    const agreed =
      !isDirty ||
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
        <FormProvider {...form}>
          <form
            className="flex h-full flex-col overflow-hidden"
            onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
          >
            <FocusModal.Header />
            <FocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto px-4 py-8 sm:py-12">
              <div className="flex w-full max-w-[880px] flex-col gap-y-8">
                <div>
                  <FocusModal.Title asChild>
                    <Heading>{t("offer.editor_title", { title: product.title })}</Heading>
                  </FocusModal.Title>
                  <FocusModal.Description asChild>
                    <Text size="small" className="text-ui-fg-subtle">
                      {t("offer.editor_hint")}
                    </Text>
                  </FocusModal.Description>
                </div>
                <Loaded query={currencies} rows={6}>
                  {(codes) => (
                    <Loaded query={sold} rows={6}>
                      {(facts) => <OfferEditorFields productId={product.id} product={facts} currencies={codes} />}
                    </Loaded>
                  )}
                </Loaded>
              </div>
            </FocusModal.Body>
            <FocusModal.Footer>
              <Button size="small" variant="secondary" type="button" onClick={() => void leave()}>
                {t("common.cancel")}
              </Button>
              <Button
                size="small"
                type="submit"
                isLoading={save.isPending}
                disabled={!sold.data?.collectionId || !currencies.data}
              >
                {t("common.save")}
              </Button>
            </FocusModal.Footer>
          </form>
        </FormProvider>
      </FocusModal.Content>
    </FocusModal>
  )
}
