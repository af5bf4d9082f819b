import type { Reminder, ReminderData, ReminderLanguage, ReminderTemplate } from "../rules/billing"
import { drawHtml, drawText } from "./draw-letter"
import type { Frame, Letter } from "./letter"
import { letterFormat, type LetterFormat } from "./letter-format"
import type { Letters } from "./letters"
import { plainLine } from "./plain-line"
import { FRAME_EN, LETTERS_EN } from "./texts/en"
import { FRAME_FR, LETTERS_FR } from "./texts/fr"

const LANGUAGES: Record<ReminderLanguage, { frame: Frame; letters: Letters }> = {
  en: { frame: FRAME_EN, letters: LETTERS_EN },
  fr: { frame: FRAME_FR, letters: LETTERS_FR },
}

/** A message as a plain mail provider sends it. */
export interface RenderedReminder {
  subject: string
  text: string
  html: string
}

/**
 * A message in a language, with amounts and dates as the locale has them. The same data makes the same message. Every
 * value is escaped, and the subject is one line.
 */
export function renderReminder(
  { template, data }: Reminder,
  { language, locale }: { language: ReminderLanguage; locale: string },
): RenderedReminder {
  const { frame, letters } = LANGUAGES[language]
  const letter = letterOf(letters, { template, data, format: letterFormat(locale) })
  const subject = plainLine(letter.subject)
  const name = data.customer_name === null ? null : plainLine(data.customer_name)
  const questions = data.store_email === null ? [] : [frame.questions(data.store_email)]
  const whole = {
    ...letter,
    subject,
    paragraphs: letter.paragraphs.map(plainLine),
    rows: letter.rows.map(([label, value]): [string, string] => [label, plainLine(value)]),
    language,
    greeting: frame.greeting(name),
    closing: [frame.regards, plainLine(data.store_name), ...questions],
  }
  return { subject, text: drawText(whole), html: drawHtml(whole) }
}

/** The one place that pairs a template with its own data. */
function letterOf<Template extends ReminderTemplate>(
  letters: Letters,
  { template, data, format }: { template: Template; data: ReminderData[ReminderTemplate]; format: LetterFormat },
): Letter {
  return letters[template](data as ReminderData[Template], format)
}
