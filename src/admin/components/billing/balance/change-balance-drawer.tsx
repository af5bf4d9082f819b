import { Button, Drawer, Input, RadioGroup } from "@medusajs/ui"
import { useId, useState } from "react"
import { Controller, FormProvider, useForm } from "react-hook-form"
import { isPositive } from "../../../../rules/money"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { Field } from "../../ui/forms/field"
import { NumberField } from "../../ui/forms/number-field"
import { ReasonField } from "../accounts/reason-field"

interface BalanceForm {
  direction: "give" | "take_back"
  currency: string
  amount: string
  reason: string
}

const CURRENCY = /^[a-z]{3}$/i

/** Gives a customer balance, or takes it back, with a reason. One opening of it is one change, however often it is sent. */
export function ChangeBalanceDrawer({ customerId }: { customerId: string }) {
  const { t } = useTexts("billing")
  /** Null: it is closed. */
  const [key, setKey] = useState<string | null>(null)
  return (
    <Drawer open={key !== null} onOpenChange={(open) => setKey(open ? crypto.randomUUID() : null)}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("balance.change.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t("balance.change.title")}</Drawer.Title>
          <Drawer.Description>{t("balance.change.hint")}</Drawer.Description>
        </Drawer.Header>
        {key !== null && <ChangeForm customerId={customerId} changeKey={key} onDone={() => setKey(null)} />}
      </Drawer.Content>
    </Drawer>
  )
}

interface ChangeFormProps {
  customerId: string
  changeKey: string
  onDone: () => void
}

function ChangeForm({ customerId, changeKey, onDone }: ChangeFormProps) {
  const { t } = useTexts("billing")
  const currencyId = useId()
  const form = useForm<BalanceForm>({ defaultValues: { direction: "give", currency: "EUR", amount: "", reason: "" } })
  const change = useChange({
    change: ({ direction, currency, amount, reason }: BalanceForm) =>
      sdk.client.fetch(`/admin/billing/customers/${customerId}/balance`, {
        method: "POST",
        body: {
          currency_code: currency.trim().toLowerCase(),
          amount: direction === "give" ? amount : `-${amount}`,
          reason: reason.trim(),
          key: changeKey,
        },
      }),
    done: t("balance.change.done"),
    onDone,
  })
  const { errors } = form.formState
  return (
    <FormProvider {...form}>
      <DrawerForm
        action={t("balance.change.action")}
        isPending={change.isPending}
        onSubmit={form.handleSubmit((values) => change.mutate(values))}
      >
        <Controller
          control={form.control}
          name="direction"
          render={({ field }) => (
            <RadioGroup value={field.value} onValueChange={field.onChange} aria-label={t("balance.change.title")}>
              <RadioGroup.ChoiceBox
                value="give"
                label={t("balance.change.give")}
                description={t("balance.change.give_hint")}
              />
              <RadioGroup.ChoiceBox
                value="take_back"
                label={t("balance.change.take_back")}
                description={t("balance.change.take_back_hint")}
              />
            </RadioGroup>
          )}
        />
        <Field label={t("balance.change.currency")} htmlFor={currencyId} error={errors.currency?.message}>
          <Input
            id={currencyId}
            maxLength={3}
            className="uppercase"
            {...form.register("currency", {
              validate: (value) => CURRENCY.test(value.trim()) || t("balance.change.currency_wrong"),
            })}
          />
        </Field>
        <NumberField<BalanceForm>
          name="amount"
          label={t("accounts.amount")}
          currency={form.watch("currency").trim().toLowerCase()}
          check={(value) => (value !== "" && isPositive(value)) || t("balance.change.amount_wrong")}
        />
        <ReasonField />
      </DrawerForm>
    </FormProvider>
  )
}
