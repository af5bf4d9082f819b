import type { ExitAnswer } from "../../../../contracts/billing/exits/exits"
import { useTexts } from "../../../lib/use-texts"
import { ReasonForm, type ReasonFormProps } from "../../ui/forms/reason-form"

type RefuseFormProps = Pick<ReasonFormProps, "onDone" | "onBack"> & { exit: ExitAnswer }

/** Closes a declaration without doing what it asks, with a reason. */
export function RefuseForm({ exit, ...steps }: RefuseFormProps) {
  const { t } = useTexts("billing")
  const texts = {
    hint: t("exits.refuse_hint"),
    label: t("dunning.reason"),
    missing: t("dunning.reason_missing"),
    action: t("exits.refuse"),
    done: t("exits.refused"),
  }
  return <ReasonForm path={`/admin/billing/exits/${exit.id}/refuse`} texts={texts} {...steps} />
}
