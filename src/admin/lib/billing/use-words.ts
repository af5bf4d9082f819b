import { NAMESPACES, useTexts } from "../use-texts"

/**
 * Words for codes that other parts of the system write: ours are translated, a payment provider's stay in its own
 * words.
 */
export function useWords() {
  const { t, i18n } = useTexts("billing")
  const wordOr = (key: string, otherwise: string): string =>
    i18n.exists(key, { ns: [...NAMESPACES.billing] }) ? t(key) : otherwise
  return {
    ofReason: (reason: string) =>
      wordOr(`reasons.${reason}`, /^[a-z_]+$/.test(reason) ? reason.replaceAll("_", " ") : reason),
    ofMessage: (template: string) => t(`reminders.templates.${template.replace("billing.", "")}.name`),
    ofEvent: (type: string) => wordOr(`events.${type}`, type.replaceAll("_", " ")),
  }
}
