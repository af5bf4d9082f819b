import { MediaPlay } from "@medusajs/icons"
import { Button, Drawer, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useRunPreview } from "../../../lib/billing/runs/use-run-preview"
import { useFormat } from "../../../lib/use-format"
import type { ClockAnswer } from "../../../../contracts/billing/clock"
import type { RunAnswer } from "../../../../contracts/billing/runs"
import { useChange } from "../../../lib/use-change"
import { DateInput } from "../../ui/forms/date-input"
import { Field } from "../../ui/forms/field"
import { Loaded } from "../../ui/loaded"
import { RunPreview } from "./run-preview"

/** Starts a run: for which date, what it would do, and a question. Its page shows how it goes. */
export function StartRunDrawer({ clock }: { clock: ClockAnswer | undefined }) {
  const { t } = useTexts("billing")
  const navigate = useNavigate()
  const prompt = usePrompt()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const asOf = typed ?? clock?.today ?? ""
  const preview = useRunPreview(asOf, open)
  const start = useChange({
    change: (as_of: string) =>
      sdk.client.fetch<{ run: RunAnswer }>("/admin/billing/runs", { method: "POST", body: as_of ? { as_of } : {} }),
    done: t("runs.started"),
    onDone: ({ run }) => navigate(`/billing/runs/${run.id}`),
  })
  const ask = async () => {
    const sums = (preview.data?.preview.sums ?? [])
      .filter(({ invoices }) => invoices.count > 0)
      .map(({ invoices, currency_code }) => format.money(invoices.total, currency_code))
    const agreed = await prompt({
      variant: "confirmation",
      title: t("runs.confirm_title", { date: format.date(asOf) }),
      description: sums.length
        ? t("runs.confirm", { count: preview.data?.preview.subscriptions ?? 0, sums: sums.join(", ") })
        : t("run_preview.nothing_new"),
      confirmText: t("runs.start_now"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      start.mutate(asOf)
    }
  }

  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="primary">
          <MediaPlay />
          {t("runs.start")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("runs.start")}</Drawer.Title>
          <Drawer.Description>{t("runs.start_hint")}</Drawer.Description>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
        >
          <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
            <Field label={t("runs.as_of")} hint={t("runs.as_of_hint")}>
              <DateInput
                modal
                size="base"
                label={t("runs.as_of")}
                value={asOf}
                max={clock?.today}
                onChange={setTyped}
              />
            </Field>
            <Loaded query={preview} rows={3}>
              {(found) => <RunPreview preview={found.preview} />}
            </Loaded>
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {t("common.cancel")}
              </Button>
            </Drawer.Close>
            <Button
              size="small"
              type="submit"
              isLoading={start.isPending}
              disabled={!preview.isSuccess || preview.isPlaceholderData}
            >
              {t("runs.start_now")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
