import type { CivilDate } from "../../calendar"
import type { ExitKind, ExitLanguage } from "../states"
import { EXIT_WORDS } from "./exit-words"

/** A declaration as it was received. */
export interface ReceivedExit {
  id: string
  kind: ExitKind
  language: ExitLanguage
  name: string
  contract: string
  email: string
  reason: string | null
  isForCause: boolean
  wishedOn: CivilDate | null
  /** The instant, ISO 8601. */
  receivedAt: string
  /** When the contract ends; null: not known yet. */
  endsOn: CivilDate | null
}

/** The acknowledgement in words: what the mail, the page and the PDF say alike. */
export interface ExitReceipt {
  language: ExitLanguage
  title: string
  text: string
  /** The declaration, as label and value. */
  rows: [string, string][]
  /** When it was received and under which reference, as label and value. */
  stamps: [string, string][]
}

const LOCALES: Record<ExitLanguage, string> = { en: "en-GB", fr: "fr-FR", de: "de-DE" }

/** Date and time to the second, with the time zone's name. */
export function exitTime(instant: string, language: ExitLanguage, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeStyle: "long", timeZone })
  return format.format(Date.parse(instant))
}

export const exitDay = (date: CivilDate, language: ExitLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" }).format(
    Date.parse(`${date}T00:00:00Z`),
  )

/** What somebody has declared, as label and value; nothing but what they typed. */
export function declaredRows(
  exit: Pick<ReceivedExit, "kind" | "name" | "contract" | "email" | "reason" | "isForCause" | "wishedOn">,
  language: ExitLanguage,
): [string, string][] {
  const words = EXIT_WORDS[language]
  const ofCancel: [string, string][] = [
    [words.type, words.types[exit.isForCause ? "for_cause" : "ordinary"]],
    [words.date, exit.wishedOn ? exitDay(exit.wishedOn, language) : words.as_soon_as_possible],
  ]
  return [
    [words.name, exit.name],
    [words.contract, exit.contract],
    [words.email, exit.email],
    ...(exit.kind === "cancel" ? ofCancel : []),
    ...(exit.reason === null ? [] : ([[words.reason, exit.reason]] as [string, string][])),
  ]
}

/** The acknowledgement of a declaration. The same declaration makes the same words. */
export function exitReceipt(exit: ReceivedExit, { timeZone }: { timeZone: string }): ExitReceipt {
  const { language, kind, endsOn } = exit
  const words = EXIT_WORDS[language]
  return {
    language,
    title: words.receipt[kind],
    text: words.receipt_text[kind],
    rows: declaredRows(exit, language),
    stamps: [
      [words.received, exitTime(exit.receivedAt, language, timeZone)],
      [words.reference, exit.id],
      ...(endsOn === null ? [] : ([[words.ends, exitDay(endsOn, language)]] as [string, string][])),
    ],
  }
}
