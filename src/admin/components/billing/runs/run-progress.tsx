import { Button, Text, usePrompt } from "@medusajs/ui"
import { isUnderWay } from "../../../lib/billing/is-under-way"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import type { RunDetailAnswer } from "../../../../contracts/billing/runs"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"
import { RunState } from "./run-state"
import { RunSums } from "./run-sums"

const COUNTERS = ["unknown", "skipped", "ended"] as const

/** What a run has come to so far, and how far it is; it can be stopped between two batches. */
export function RunProgress({ run }: { run: RunDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const prompt = usePrompt()
  const stop = useChange({
    change: () => sdk.client.fetch(`/admin/billing/runs/${run.id}/stop`, { method: "POST", body: {} }),
    done: t("runs.stopped"),
  })
  const askStop = async () => {
    const agreed = await prompt({
      title: t("runs.stop_title"),
      description: t("runs.stop_warning"),
      confirmText: t("runs.stop"),
      cancelText: t("common.back"),
    })
    if (agreed) {
      stop.mutate(undefined)
    }
  }

  return (
    <Section
      level="h1"
      title={
        <>
          {t("runs.title_named", { date: format.date(run.as_of) })}
          <RunState run={run} />
        </>
      }
      hint={isUnderWay(run) ? t("runs.refreshes") : undefined}
      actions={
        isUnderWay(run) && (
          <Button size="small" variant="danger" isLoading={stop.isPending} onClick={() => void askStop()}>
            {t("runs.stop")}
          </Button>
        )
      }
    >
      {run.error && (
        <Text size="small" role="alert" className="text-ui-fg-error break-words px-6 py-3">
          {run.error}
        </Text>
      )}
      <RunSums run={run} />
      {COUNTERS.filter((counter) => run[counter] > 0).map((counter) => (
        <FieldRow key={counter} label={t(`runs.counters.${counter}`)}>
          {format.number(run[counter])}
        </FieldRow>
      ))}
    </Section>
  )
}
