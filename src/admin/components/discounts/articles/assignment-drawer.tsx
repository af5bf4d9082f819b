import { Calendar } from "@medusajs/icons"
import { Button, Drawer, IconButton } from "@medusajs/ui"
import { useState } from "react"
import { FormProvider, useForm } from "react-hook-form"
import type { ListedAssignmentAnswer } from "../../../../contracts/discounts/articles"
import { checkPeriod } from "../../../../rules/discounts"
import { toPeriod, toPeriodForm, type PeriodForm } from "../../../lib/discounts/terms-form"
import { useProblemWords } from "../../../lib/discounts/use-problem-words"
import { changedBody } from "../../../lib/changed-body"
import { changedSince } from "../../../lib/changed-since"
import { fieldProblems, showProblems } from "../../../lib/field-problems"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { PeriodFields } from "../editor/period-fields"

/** When a discount is in force on one article (D12). */
export function AssignmentDrawer({ row }: { row: ListedAssignmentAnswer }) {
  const { t } = useTexts("discounts")
  const ofReason = useProblemWords()
  /** What was on screen when the drawer was opened; null: it is closed. */
  const [opened, setOpened] = useState<ListedAssignmentAnswer | null>(null)
  const form = useForm<PeriodForm>({ defaultValues: toPeriodForm(row) })
  const open = (isOpen: boolean) => {
    form.reset(toPeriodForm(row))
    setOpened(isOpen ? row : null)
  }
  const save = useChange({
    change: (values: PeriodForm) =>
      sdk.client.fetch(`/admin/discounts/assignments/${row.assignment_id}`, {
        method: "POST",
        body: { ...changedBody(toPeriod(values), toPeriod(toPeriodForm(opened))), version: opened?.version },
      }),
    done: t("product.period_saved"),
    changeOf: (field) => t(`changed.${field}`),
    onDone: () => setOpened(null),
    onRefused: (message) =>
      changedSince(message) ? setOpened(null) : showProblems(fieldProblems(message), form.setError, ofReason),
  })
  const submit = form.handleSubmit((values) => {
    const problems = checkPeriod({
      isLimited: values.limited_duration,
      startsOn: values.starts_on || null,
      endsOn: values.ends_on || null,
    })
    if (problems.length > 0) {
      showProblems(problems, form.setError, ofReason)
    } else {
      save.mutate(values)
    }
  })
  return (
    <Drawer open={opened !== null} onOpenChange={open}>
      <Drawer.Trigger asChild>
        <IconButton size="small" variant="transparent" aria-label={t("product.period_of", { name: row.name })}>
          <Calendar />
        </IconButton>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t("product.period_of", { name: row.name })}</Drawer.Title>
          <Drawer.Description>{t("product.period_hint")}</Drawer.Description>
        </Drawer.Header>
        <FormProvider {...form}>
          <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-1 flex-col overflow-hidden">
            <Drawer.Body className="overflow-y-auto">
              <PeriodFields isInModal />
            </Drawer.Body>
            <Drawer.Footer>
              <Drawer.Close asChild>
                <Button size="small" variant="secondary" type="button">
                  {t("common.cancel")}
                </Button>
              </Drawer.Close>
              <Button size="small" type="submit" isLoading={save.isPending}>
                {t("common.save")}
              </Button>
            </Drawer.Footer>
          </form>
        </FormProvider>
      </Drawer.Content>
    </Drawer>
  )
}
