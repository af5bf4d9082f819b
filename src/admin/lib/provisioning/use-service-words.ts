import { useMemo } from "react"
import { SERVICE_ACTIONS, SERVICE_SUSPENSION_REASONS } from "../../../rules/provisioning/states"
import { useTexts } from "../use-texts"
import { useProviders } from "./use-provisioning"

const EVENTS = [
  "created",
  "suspended",
  "resumed",
  "renewed",
  "changed",
  "terminated",
  "closed",
  "call_failed",
  "admin_deliver",
  "admin_suspend",
  "admin_resume",
  "admin_terminate",
  "admin_never_suspend",
  "admin_adopt",
  "admin_deliver_anew",
  "admin_done",
  "made_anew",
  "signed_on",
]

/** What is said of services, in the user's language. */
export function useServiceWords() {
  const { t, i18n } = useTexts("provisioning")
  const { data } = useProviders()
  return useMemo(() => {
    const language = i18n.language.startsWith("fr") ? "fr" : "en"
    const actions: readonly string[] = SERVICE_ACTIONS
    const reasons: readonly string[] = SERVICE_SUSPENSION_REASONS
    return {
      /** A text that comes in both languages. */
      own: (text: { en: string; fr: string }) => text[language],
      ofProvider: (id: string) => data?.providers.find((one) => one.id === id)?.name[language] ?? id,
      ofAction: (action: string) => (actions.includes(action) ? t(`actions.${action}`) : action),
      ofReason: (reason: string) => (reasons.includes(reason) ? t(`reasons.${reason}`) : reason),
      ofEvent: (type: string) => (EVENTS.includes(type) ? t(`events.${type}`) : type),
    }
  }, [t, i18n.language, data])
}
