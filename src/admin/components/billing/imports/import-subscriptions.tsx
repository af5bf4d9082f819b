import { Button, InlineTip, Label, Select, Text, usePrompt } from "@medusajs/ui"
import { useId, useState } from "react"
import { useNavigate } from "react-router-dom"
import type { SubscriptionsImportAnswer } from "../../../../contracts/billing/imports"
import { IMPORT_FORMATS, type ImportFormatName } from "../../../../rules/billing/imports/formats/import-formats"
import { IMPORT_COLUMNS } from "../../../../rules/billing/imports/import-columns"
import { useImportProblemWords } from "../../../lib/billing/imports/use-import-problem-words"
import { readBase64 } from "../../../lib/read-base64"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { ChooseFile } from "../../ui/imports/choose-file"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"
import { ImportPreview } from "./import-preview"

interface ChosenFile {
  format: ImportFormatName
  file_name: string
  content: string
  /** The same for each try, so that a second press moves nothing twice. */
  key: string
}

const TEMPLATE = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${IMPORT_COLUMNS.join(",")}\r\n`)}`

/** Chooses a file of another system, shows what moving it in would do beside its own sums, and does it, all or nothing (B62). */
export function ImportSubscriptions() {
  const { t } = useTexts("billing")
  const navigate = useNavigate()
  const prompt = usePrompt()
  const id = useId()
  const [format, setFormat] = useState<ImportFormatName>("template")
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [planned, setPlanned] = useState<SubscriptionsImportAnswer | null>(null)
  const inWords = useImportProblemWords()
  const send = (body: ChosenFile, dry_run: boolean) =>
    sdk.client.fetch<{ import: SubscriptionsImportAnswer }>("/admin/billing/imports", {
      method: "POST",
      body: { ...body, dry_run },
    })
  const look = useChange({
    change: async (chosen: ChosenFile) => {
      setFile(chosen)
      setPlanned(null)
      return send(chosen, true)
    },
    onDone: (answer) => setPlanned(answer.import),
    inWords,
  })
  const write = useChange({
    change: (chosen: ChosenFile) => send(chosen, false),
    done: t("move_in.done"),
    onDone: () => void navigate("/billing/subscriptions"),
    inWords,
  })
  const choose = async (chosen: File) =>
    look.mutate({ format, file_name: chosen.name, content: await readBase64(chosen), key: crypto.randomUUID() })
  const choosePlace = (place: string) => {
    const next = IMPORT_FORMATS.find((one) => one === place) ?? "template"
    setFormat(next)
    if (file) {
      look.mutate({ ...file, format: next, key: crypto.randomUUID() })
    }
  }
  const confirm = async (chosen: ChosenFile) => {
    const isSure = await prompt({
      title: t("move_in.write", { count: planned?.created_count ?? 0 }),
      description: t("move_in.confirm"),
      confirmText: t("move_in.action"),
      cancelText: t("common.cancel"),
      variant: "confirmation",
    })
    if (isSure) {
      write.mutate(chosen)
    }
  }

  return (
    <Section
      level="h1"
      title={t("move_in.title")}
      hint={t("move_in.hint")}
      actions={<LinkButton to="/billing/subscriptions">{t("common.back")}</LinkButton>}
    >
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor={id}>
            {t("move_in.format")}
          </Label>
          <Select value={format} onValueChange={choosePlace}>
            <Select.Trigger id={id} className="max-w-80">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {IMPORT_FORMATS.map((one) => (
                <Select.Item key={one} value={one}>
                  {t(`move_in.formats.${one}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`move_in.about.${format}`)}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <ChooseFile
            name={file?.file_name ?? null}
            isPending={look.isPending}
            isNext={!planned}
            onChoose={(chosen) => void choose(chosen)}
          />
          <Button size="small" variant="transparent" asChild>
            <a href={TEMPLATE} download="subscriptions.csv">
              {t("move_in.template")}
            </a>
          </Button>
        </div>
        {!planned && <InlineTip label={t("move_in.columns")}>{IMPORT_COLUMNS.join(", ")}</InlineTip>}
      </div>
      {planned && <ImportPreview planned={planned} />}
      {planned && file && (
        <div className="flex flex-wrap items-center justify-end gap-2 px-6 py-4">
          {planned.problem_count > 0 || planned.created_count === 0 ? (
            <Text size="small" className={planned.problem_count > 0 ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
              {t(planned.problem_count > 0 ? "move_in.mend" : "move_in.nothing")}
            </Text>
          ) : (
            <Button size="small" isLoading={write.isPending} onClick={() => void confirm(file)}>
              {t("move_in.write", { count: planned.created_count })}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}
