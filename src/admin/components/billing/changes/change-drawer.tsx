import { Button, Drawer, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { Controller, FormProvider, useForm } from "react-hook-form"
import type {
  SubscriptionDetailAnswer,
  SubscriptionItemAnswer,
} from "../../../../contracts/billing/subscription-answers"
import { changedSince } from "../../../lib/changed-since"
import { useChangePreview, type WantedChange } from "../../../lib/billing/changes/use-change-preview"
import { useOfferedCycles } from "../../../lib/billing/changes/use-offered-cycles"
import { useWords } from "../../../lib/billing/use-words"
import { useErrorWords } from "../../../lib/errors/use-error-words"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { isWholeNumber } from "../../../lib/numbers/typed-number"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { NumberField } from "../../ui/forms/number-field"
import { LoadingRows } from "../../ui/loading-rows"
import { ChangeFigures } from "./change-figures"

interface ChangeForm {
  cycle_id: string
  quantity: string
  when: "now" | "period_end"
}

interface ChangeDrawerProps {
  subscription: SubscriptionDetailAnswer
  item: SubscriptionItemAnswer
}

const MOST_UNITS = 1_000_000
const isUnits = (text: string): boolean => isWholeNumber(text, { min: 1, max: MOST_UNITS })

/** Changes what a subscription is for, after a look at what that does and comes to (B25). */
export function ChangeDrawer({ subscription, item }: ChangeDrawerProps) {
  const { t } = useTexts("billing")
  const { ofEvent } = useWords()
  const inWords = useErrorWords()
  /** The version that was on screen when the drawer was opened; null: it is closed. */
  const [version, setVersion] = useState<number | null>(null)
  const { cycles } = useOfferedCycles(subscription.currency_code)
  const form = useForm<ChangeForm>({
    values: { cycle_id: item.cycle_id, quantity: String(item.quantity), when: "period_end" },
  })
  const { cycle_id, quantity, when } = form.watch()
  const isChanged = cycle_id !== item.cycle_id || Number(quantity) !== item.quantity
  const isReady = version !== null && isChanged && isUnits(quantity)
  const wanted: WantedChange | null = isReady ? { cycle_id, quantity: Number(quantity), when } : null
  const preview = useChangePreview(subscription.id, wanted)
  const seen = preview.data?.change
  const change = useChange({
    change: (body: WantedChange) => {
      const { credit_total, charge_total, due_total } = seen ?? {}
      return sdk.client.fetch(`/admin/billing/subscriptions/${subscription.id}/changes`, {
        method: "POST",
        body: { ...body, expected: { credit_total, charge_total, due_total }, version },
      })
    },
    changeOf: ofEvent,
    onRefused: (message) => changedSince(message) && setVersion(null),
    done: when === "now" ? t("changes.done") : t("changes.scheduled"),
    onDone: () => setVersion(null),
  })

  return (
    <Drawer open={version !== null} onOpenChange={(open) => setVersion(open ? subscription.version : null)}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("changes.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t("changes.title", { number: subscription.display_id })}</Drawer.Title>
          <Drawer.Description>{t("changes.hint")}</Drawer.Description>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => void form.handleSubmit(() => wanted && change.mutate(wanted))(event)}
        >
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            <FormProvider {...form}>
              <Controller
                control={form.control}
                name="cycle_id"
                render={({ field }) => (
                  <Field label={t("changes.cycle")} htmlFor="change-cycle">
                    <Choice
                      id="change-cycle"
                      label={t("changes.cycle")}
                      value={field.value}
                      options={cycles}
                      onChange={field.onChange}
                      placeholder={item.title}
                    />
                  </Field>
                )}
              />
              <NumberField<ChangeForm>
                name="quantity"
                label={t("changes.quantity")}
                isWhole
                size="base"
                check={(text) => isUnits(text) || t("split.range", { most: MOST_UNITS })}
              />
              <Controller
                control={form.control}
                name="when"
                render={({ field }) => (
                  <RadioGroup value={field.value} onValueChange={field.onChange} aria-label={t("changes.when")}>
                    <RadioGroup.ChoiceBox
                      value="period_end"
                      label={t("changes.period_end")}
                      description={t("changes.period_end_hint")}
                    />
                    <RadioGroup.ChoiceBox value="now" label={t("changes.now")} description={t("changes.now_hint")} />
                  </RadioGroup>
                )}
              />
            </FormProvider>
            {wanted && preview.isFetching && <LoadingRows rows={2} />}
            {wanted && preview.isError && (
              <Text role="alert" size="small" className="text-ui-fg-error">
                {inWords(preview.error)}
              </Text>
            )}
            {wanted && !preview.isFetching && seen && <ChangeFigures change={seen} />}
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {t("common.back")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" disabled={!seen || preview.isFetching} isLoading={change.isPending}>
              {when === "now" ? t("changes.confirm_now") : t("changes.confirm_later")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
