import { Button, InlineTip, Text } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { ImportAnswer } from "../../../../contracts/customers/imports"
import { CUSTOMER_COLUMNS } from "../../../../rules/customers/imports/customer-columns"
import { readBase64 } from "../../../lib/read-base64"
import { useCustomerProblemWords } from "../../../lib/customers/use-customer-problem-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { ChooseFile } from "../../ui/imports/choose-file"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"
import { ImportPreview } from "./import-preview"

interface ChosenFile {
  file_name: string
  content: string
  /** The same for each try, so that a second press imports nothing twice. */
  key: string
}

/** Chooses a file, shows what importing it would do, and does it, all or nothing (C9). */
export function ImportCustomers() {
  const { t } = useTexts("customers")
  const navigate = useNavigate()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [planned, setPlanned] = useState<ImportAnswer | null>(null)
  const inWords = useCustomerProblemWords()
  const send = (body: ChosenFile, dry_run: boolean) =>
    sdk.client.fetch<{ import: ImportAnswer }>("/admin/crm/imports", { method: "POST", body: { ...body, dry_run } })
  const look = useChange({
    change: async (chosen: File) => {
      const read = { file_name: chosen.name, content: await readBase64(chosen), key: crypto.randomUUID() }
      setFile(read)
      setPlanned(null)
      return send(read, true)
    },
    onDone: (answer) => setPlanned(answer.import),
    inWords,
  })
  const write = useChange({
    change: (chosen: ChosenFile) => send(chosen, false),
    done: t("import.done"),
    onDone: () => void navigate("/crm"),
    inWords,
  })
  const changes = planned ? planned.created_count + planned.updated_count : 0

  return (
    <Section
      level="h1"
      title={t("import.title")}
      hint={t("import.hint")}
      actions={<LinkButton to="/crm">{t("common.back")}</LinkButton>}
    >
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <ChooseFile
          name={file?.file_name ?? null}
          isPending={look.isPending}
          isNext={!planned}
          onChoose={(chosen) => look.mutate(chosen)}
        />
        {!planned && <InlineTip label={t("import.columns")}>{CUSTOMER_COLUMNS.join(", ")}</InlineTip>}
      </div>
      {planned && <ImportPreview planned={planned} />}
      {planned && file && (
        <div className="flex flex-wrap items-center justify-end gap-2 px-6 py-4">
          {planned.problem_count > 0 ? (
            <Text size="small" className="text-ui-fg-error">
              {t("import.mend")}
            </Text>
          ) : (
            <Button
              size="small"
              isLoading={write.isPending}
              disabled={changes === 0}
              onClick={() => write.mutate(file)}
            >
              {t("import.write", { count: changes })}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}
