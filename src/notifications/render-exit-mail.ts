import type { ExitLanguage, ExitReceipt } from "../rules/billing"
import { drawHtml, drawText } from "./draw-letter"
import type { Frame } from "./letter"
import { plainLine } from "./plain-line"
import type { RenderedReminder } from "./render-reminder"
import { FRAME_DE } from "./texts/de"
import { FRAME_EN } from "./texts/en"
import { FRAME_FR } from "./texts/fr"

const FRAMES: Record<ExitLanguage, { frame: Frame; attached: string }> = {
  en: { frame: FRAME_EN, attached: "You find this acknowledgement as a PDF attached, to keep." },
  fr: {
    frame: FRAME_FR,
    attached: "Vous trouverez cet accusé de réception en pièce jointe, au format PDF, à conserver.",
  },
  de: { frame: FRAME_DE, attached: "Diese Bestätigung liegt als PDF bei, zum Aufbewahren." },
}

/** The mail that acknowledges a declaration: what was declared, when it was received. Every value is escaped. */
export function renderExitMail(
  { language, title, text, rows, stamps }: ExitReceipt,
  { name, store }: { name: string; store: { name: string; email: string | null } },
): RenderedReminder {
  const { frame, attached } = FRAMES[language]
  const subject = plainLine(title)
  const whole = {
    language,
    subject,
    greeting: frame.greeting(plainLine(name)),
    paragraphs: [text, attached],
    rows: [...rows, ...stamps].map(([label, value]): [string, string] => [label, plainLine(value)]),
    action: null,
    closing: [frame.regards, plainLine(store.name), ...(store.email === null ? [] : [frame.questions(store.email)])],
  }
  return { subject, text: drawText(whole), html: drawHtml(whole) }
}
