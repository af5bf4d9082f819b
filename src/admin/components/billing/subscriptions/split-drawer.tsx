import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { FormProvider, useForm } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import { changedSince } from "../../../lib/changed-since"
import { useWords } from "../../../lib/billing/use-words"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import type {
  SubscriptionDetailAnswer,
  SubscriptionItemAnswer,
} from "../../../../contracts/billing/subscription-answers"
import { useChange } from "../../../lib/use-change"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { NumberField } from "../../ui/forms/number-field"

interface SplitForm {
  quantity: string
}

interface SplitDrawerProps {
  subscription: SubscriptionDetailAnswer
  item: SubscriptionItemAnswer
}

/** Takes units out into a subscription of their own, with the same dates and terms (B20). */
export function SplitDrawer({ subscription, item }: SplitDrawerProps) {
  const { t } = useTexts("billing")
  const navigate = useNavigate()
  /** The version that was on screen when the drawer was opened; null: it is closed. */
  const [version, setVersion] = useState<number | null>(null)
  const { ofEvent } = useWords()
  const form = useForm<SplitForm>({ defaultValues: { quantity: "1" } })
  const split = useChange({
    change: (quantity: number) =>
      sdk.client.fetch<{ split_off: SubscriptionDetailAnswer }>(
        `/admin/billing/subscriptions/${subscription.id}/split`,
        {
          method: "POST",
          body: { item_id: item.id, quantity, version },
        },
      ),
    done: t("split.done"),
    changeOf: ofEvent,
    onRefused: (message) => changedSince(message) && setVersion(null),
    onDone: ({ split_off }) => navigate(`/billing/subscriptions/${split_off.id}`),
  })
  const most = item.quantity - 1

  return (
    <Drawer open={version !== null} onOpenChange={(open) => setVersion(open ? subscription.version : null)}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="transparent" aria-label={t("split.action_for", { title: item.title })}>
          {t("split.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t("split.title")}</Drawer.Title>
          <Drawer.Description>{t("split.hint", { title: item.title })}</Drawer.Description>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => void form.handleSubmit(({ quantity }) => split.mutate(Number(quantity)))(event)}
        >
          <Drawer.Body>
            <FormProvider {...form}>
              <NumberField<SplitForm>
                name="quantity"
                label={t("split.quantity")}
                hint={t("split.of", { count: item.quantity })}
                isWhole
                size="base"
                check={(quantity) => isWholeNumber(quantity, { min: 1, max: most }) || t("split.range", { most })}
              />
            </FormProvider>
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {t("common.cancel")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" isLoading={split.isPending}>
              {t("split.confirm")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
