import { Button, Drawer, Label, RadioGroup, Textarea, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { Controller, useForm } from "react-hook-form"
import { changedSince } from "../../../lib/changed-since"
import { useWords } from "../../../lib/billing/use-words"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { RetentionOffer } from "../changes/retention-offer"

interface CancelForm {
  when: "now" | "period_end"
  reason: string
}

/** Ends a subscription at its period's end or at once, with a reason; the latter is asked for twice. */
export function CancelDrawer({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const prompt = usePrompt()
  /** The version that was on screen when the drawer was opened; null: it is closed. */
  const [version, setVersion] = useState<number | null>(null)
  const { ofEvent } = useWords()
  const defaults: CancelForm = { when: subscription.cancel_on ? "now" : "period_end", reason: "" }
  const form = useForm<CancelForm>({ values: defaults })
  const cancel = useChange({
    change: (body: CancelForm) =>
      sdk.client.fetch(`/admin/billing/subscriptions/${subscription.id}/cancel`, {
        method: "POST",
        body: { ...body, version },
      }),
    changeOf: ofEvent,
    onRefused: (message) => changedSince(message) && setVersion(null),
    done: t("cancel.done"),
    onDone: () => setVersion(null),
  })

  const endsOn = (end: SubscriptionDetailAnswer["earliest_end"]): string =>
    end ? t(`cancel.${end.reason}_hint`, { date: format.date(end.on) }) : t("cancel.period_end_plain")

  const submit = form.handleSubmit(async (values) => {
    const body = { when: values.when, reason: values.reason.trim() }
    const agreed =
      body.when === "period_end" ||
      (await prompt({
        title: t("cancel.now_title"),
        description: t("cancel.now_warning"),
        confirmText: t("cancel.now_confirm"),
        cancelText: t("common.back"),
      }))
    if (agreed) {
      cancel.mutate(body)
    }
  })

  return (
    <Drawer open={version !== null} onOpenChange={(open) => setVersion(open ? subscription.version : null)}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("cancel.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t("cancel.title", { number: subscription.display_id })}</Drawer.Title>
          <Drawer.Description>{t("cancel.hint")}</Drawer.Description>
        </Drawer.Header>
        <form onSubmit={(event) => void submit(event)} className="flex flex-1 flex-col overflow-hidden">
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            <RetentionOffer subscription={subscription} onTaken={() => setVersion(null)} />
            <Controller
              control={form.control}
              name="when"
              render={({ field }) => (
                <RadioGroup value={field.value} onValueChange={field.onChange} aria-label={t("cancel.when")}>
                  {!subscription.cancel_on && (
                    <RadioGroup.ChoiceBox
                      value="period_end"
                      label={t("cancel.period_end")}
                      description={endsOn(subscription.earliest_end)}
                    />
                  )}
                  <RadioGroup.ChoiceBox value="now" label={t("cancel.now")} description={t("cancel.now_hint")} />
                </RadioGroup>
              )}
            />
            <div className="flex flex-col gap-y-2">
              <Label size="small" weight="plus" htmlFor="cancel-reason">
                {t("cancel.reason")}
              </Label>
              <Textarea
                id="cancel-reason"
                rows={3}
                aria-invalid={Boolean(form.formState.errors.reason)}
                {...form.register("reason", {
                  validate: (reason) => reason.trim() !== "" || t("cancel.reason_missing"),
                })}
              />
              {form.formState.errors.reason && (
                <p role="alert" className="txt-small text-ui-fg-error">
                  {form.formState.errors.reason.message}
                </p>
              )}
            </div>
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {t("common.back")}
              </Button>
            </Drawer.Close>
            <Button size="small" variant="danger" type="submit" isLoading={cancel.isPending}>
              {t("cancel.action")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
