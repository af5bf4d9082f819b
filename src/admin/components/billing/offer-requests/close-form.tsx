import type { OfferRequestAnswer } from "../../../../contracts/billing/offer-requests/offer-requests"
import { useTexts } from "../../../lib/use-texts"
import { ReasonForm, type ReasonFormProps } from "../../ui/forms/reason-form"

type CloseFormProps = Pick<ReasonFormProps, "onDone" | "onBack"> & { request: OfferRequestAnswer }

/** Closes a request without a quote, with a reason. */
export function CloseForm({ request, ...steps }: CloseFormProps) {
  const { t } = useTexts("billing")
  const texts = {
    hint: t("requests.close_hint"),
    label: t("requests.reason"),
    missing: t("requests.reason_missing"),
    action: t("requests.close"),
    done: t("requests.closed"),
  }
  return <ReasonForm path={`/admin/billing/offer-requests/${request.id}/close`} texts={texts} {...steps} />
}
