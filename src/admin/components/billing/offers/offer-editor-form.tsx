import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { useEffect, useState, type FormEvent, type MutableRefObject } from "react"
import { FormProvider, useForm } from "react-hook-form"
import type { OfferAnswer } from "../../../../contracts/billing/offers"
import { checkOfferForm } from "../../../lib/billing/check-offer-form"
import { toOfferForm, toSaveOffer, type OfferForm } from "../../../lib/billing/offer-form"
import { offerProblemField } from "../../../lib/billing/offer-problem-field"
import { useOfferProblemWords } from "../../../lib/billing/use-offer-problem-words"
import type { SoldProduct } from "../../../lib/billing/use-sold-product"
import { errorFields, showProblems } from "../../../lib/field-problems"
import { dashboardProductKeys } from "../../../lib/query-keys"
import { useFirstFocus } from "../../../lib/use-first-focus"
import { useTexts } from "../../../lib/use-texts"
import { useVersionedSave } from "../../../lib/use-versioned-save"
import { MeanwhileNote } from "../../ui/forms/meanwhile-note"
import { OfferEditorFields } from "./offer-editor-fields"

interface OfferEditorFormProps {
  product: { id: string; title: string }
  facts: SoldProduct
  currencies: string[]
  offer: OfferAnswer | null
  /** Says to whoever closes the form whether something would be lost. */
  isDirty: MutableRefObject<boolean>
  onSaved: () => void
  onCancel: () => void
}

interface SavedOffer {
  offer: OfferAnswer
}

/** The offer's form. It keeps what it was opened with, whatever is fetched again meanwhile. */
export function OfferEditorForm(props: OfferEditorFormProps) {
  const { product, facts, currencies, offer, isDirty, onSaved, onCancel } = props
  const { t } = useTexts("billing")
  const inWords = useOfferProblemWords()
  const [opened] = useState(() => ({ form: toForm(offer, facts), version: offer ? offer.version : null }))
  const form = useForm<OfferForm>({ defaultValues: opened.form })
  const { isDirty: hasChanges, errors } = form.formState
  const first = useFirstFocus<HTMLDivElement>()
  useEffect(() => {
    isDirty.current = hasChanges
  }, [isDirty, hasChanges])

  const { save, meanwhile, discardMine } = useVersionedSave<OfferForm, SavedOffer>({
    form,
    path: `/admin/billing/products/${product.id}/offer`,
    opened,
    toBody: (values, base) => ({ ...toSaveOffer(values, base), ...(!base && { version: 0 }) }),
    read: (answer) => ({ form: toForm(answer.offer, facts), version: answer.offer.version }),
    done: t("offer.saved"),
    alsoStale: dashboardProductKeys,
    onDone: onSaved,
    inWords,
    toField: (field, values) => offerProblemField(field, toSaveOffer(values)),
  })
  const submit = (event: FormEvent) => {
    form.clearErrors()
    void form.handleSubmit((values) => {
      const problems = checkOfferForm(values)
      if (problems.length > 0) {
        showProblems(problems, form.setError, inWords)
      } else {
        save.mutate(values)
      }
    })(event)
  }
  const problems = errorFields(errors).length

  return (
    <FormProvider {...form}>
      <form noValidate className="isolate flex h-full flex-col overflow-hidden" onSubmit={submit}>
        <FocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto px-4 py-8 sm:py-12">
          <div ref={first} className="flex w-full max-w-[880px] flex-col gap-y-8">
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
            <MeanwhileNote meanwhile={meanwhile} nameOf={(field) => t(`changed.${field}`)} onDiscard={discardMine} />
            <OfferEditorFields productId={product.id} product={facts} currencies={currencies} />
          </div>
        </FocusModal.Body>
        <FocusModal.Footer>
          {problems > 0 && (
            <Text size="small" aria-live="polite" className="text-ui-fg-error mr-auto">
              {t("saving.problem_count", { count: problems })}
            </Text>
          )}
          <Button size="small" variant="secondary" type="button" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
          <Button size="small" type="submit" isLoading={save.isPending}>
            {t("common.save")}
          </Button>
        </FocusModal.Footer>
      </form>
    </FormProvider>
  )
}

const toForm = (offer: OfferAnswer | null, { variants, collectionId }: SoldProduct): OfferForm =>
  toOfferForm(offer, { onlyVariantId: variants.length === 1 ? variants[0]?.id : undefined, collectionId })
