import { Button, Drawer, Input } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import {
  ADDRESS_FIELDS,
  REQUIRED,
  toAddressBody,
  toAddressForm,
  type AddressField,
  type AddressForm,
} from "../../../lib/billing/changes/address-form"
import { useWords } from "../../../lib/billing/use-words"
import { changedSince } from "../../../lib/changed-since"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { Field } from "../../ui/forms/field"

interface AddressDrawerProps {
  subscription: SubscriptionDetailAnswer
  kind: "shipping_address" | "billing_address"
}

const WIDE: ReadonlySet<AddressField> = new Set(["company", "address_1", "address_2"])

/** Another address, which the next renewal has; what is issued keeps its own. */
export function AddressDrawer({ subscription, kind }: AddressDrawerProps) {
  const { t } = useTexts("billing")
  /** The version that was on screen when the drawer was opened; null: it is closed. */
  const [version, setVersion] = useState<number | null>(null)
  const { ofEvent } = useWords()
  const form = useForm<AddressForm>({ values: toAddressForm(subscription[kind]) })
  const { errors } = form.formState
  const save = useChange({
    change: (values: AddressForm) =>
      sdk.client.fetch(`/admin/billing/subscriptions/${subscription.id}/addresses`, {
        method: "POST",
        body: { [kind]: toAddressBody(values), version },
      }),
    changeOf: ofEvent,
    onRefused: (message) => changedSince(message) && setVersion(null),
    done: t("addresses.saved"),
    onDone: () => setVersion(null),
  })
  const check = (field: AddressField) => (value: string) => {
    if (field === "country_code") {
      return /^[a-z]{2}$/i.test(value.trim()) || t("addresses.country_wrong")
    }
    return !REQUIRED.has(field) || value.trim() !== "" || t("addresses.missing")
  }
  return (
    <Drawer open={version !== null} onOpenChange={(open) => setVersion(open ? subscription.version : null)}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t(`addresses.change_${kind}`)}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t(`addresses.${kind}`)}</Drawer.Title>
          <Drawer.Description>{t("addresses.hint")}</Drawer.Description>
        </Drawer.Header>
        <DrawerForm
          action={t("common.save")}
          isPending={save.isPending}
          onSubmit={form.handleSubmit((values) => save.mutate(values))}
        >
          <div className="grid grid-cols-2 gap-4">
            {ADDRESS_FIELDS.map((field) => (
              <div key={field} className={WIDE.has(field) ? "col-span-2" : ""}>
                <Field
                  label={t(`addresses.fields.${field}`)}
                  htmlFor={`${kind}-${field}`}
                  {...(errors[field]?.message === undefined ? {} : { error: errors[field].message })}
                >
                  <Input
                    id={`${kind}-${field}`}
                    size="small"
                    autoComplete="off"
                    aria-invalid={errors[field] !== undefined}
                    {...form.register(field, { validate: check(field) })}
                  />
                </Field>
              </div>
            ))}
          </div>
        </DrawerForm>
      </Drawer.Content>
    </Drawer>
  )
}
