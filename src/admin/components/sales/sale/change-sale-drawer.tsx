import { Button, Drawer, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import { useForm } from "react-hook-form"
import type { SaleDetailAnswer } from "../../../../contracts/sales/sales"
import type { OwnChange } from "../../../../rules/sales"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { Field } from "../../ui/forms/field"

const MOST = 1000

/** A hold, a release or a stop, with what it does and its reason. */
export function ChangeSaleDrawer({ sale, change }: { sale: SaleDetailAnswer; change: OwnChange }) {
  const { t } = useTexts("sales")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant={change === "stop" ? "danger" : "secondary"}>
          {t(`changes.${change}.action`)}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t(`changes.${change}.title`, { number: sale.display_id })}</Drawer.Title>
          <Drawer.Description>{t(`changes.${change}.hint`)}</Drawer.Description>
        </Drawer.Header>
        {open && <ChangeForm sale={sale} change={change} onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

function ChangeForm({ sale, change, onDone }: { sale: SaleDetailAnswer; change: OwnChange; onDone: () => void }) {
  const { t } = useTexts("sales")
  const id = useId()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: "" } })
  const send = useChange({
    change: (reason: string) =>
      sdk.client.fetch(`/admin/sales/${sale.id}/${change}`, { method: "POST", body: { reason } }),
    done: t(`changes.${change}.done`),
    onDone,
  })
  const problem = formState.errors.reason?.message
  return (
    <DrawerForm
      action={t(`changes.${change}.action`)}
      isPending={send.isPending}
      onSubmit={handleSubmit(({ reason }) => send.mutate(reason.trim()))}
    >
      <Field label={t("changes.reason")} htmlFor={id} error={problem}>
        <Textarea
          id={id}
          rows={3}
          maxLength={MOST}
          aria-invalid={problem !== undefined}
          {...register("reason", { validate: (reason) => reason.trim() !== "" || t("changes.reason_missing") })}
        />
      </Field>
    </DrawerForm>
  )
}
