import {
  declaredRows,
  EXIT_FIELDS,
  EXIT_WORDS,
  type ExitField,
  type ExitForm,
  type ExitKind,
  type ExitProblem,
  type ExitReceipt,
} from "../../rules/billing"
import { drawPage, type PageParts } from "../base/draw-page"
import { PAGE_LANGUAGES, type PageLanguage } from "../base/languages"
import { addTemplate, drawTemplate } from "../base/page-engine"
import { EXIT_CHECK_TEMPLATE, EXIT_DONE_TEMPLATE, EXIT_FORM_TEMPLATE } from "./exit-templates"
import { EXIT_TEXTS, type ExitTexts } from "./exit-texts"

addTemplate("@exit-form", EXIT_FORM_TEMPLATE)
addTemplate("@exit-check", EXIT_CHECK_TEMPLATE)
addTemplate("@exit-done", EXIT_DONE_TEMPLATE)

type Around = Pick<PageParts, "seller" | "storefrontUrl">

/** What each exit page is of. */
export interface ExitPage {
  kind: ExitKind
  language: PageLanguage
  /** The page's own address, without the language. */
  path: string
  formKey: string
}

/** What was typed, by the form's fields. */
export type TypedExit = Partial<Record<ExitField | "type", string>>

const OPTIONAL: readonly ExitField[] = ["reason", "wished_on"]
/** A withdrawal asks for as little as the law names: who, which contract, and where to acknowledge it. */
const FIELDS_OF: Record<ExitKind, readonly ExitField[]> = {
  cancel: EXIT_FIELDS,
  withdraw: ["name", "contract", "email"],
}

type Framed = Pick<PageParts, "language" | "title" | "body" | "languages" | "path">

const frame = ({ title, ...parts }: Framed, around: Around): string =>
  drawPage({ languages: PAGE_LANGUAGES, ...around, ...parts, title: `${title} · ${around.seller.name}` })

/** The form of an exit page, with what was typed and what is wrong with it. */
export function drawExitForm(
  { kind, language, path, formKey }: ExitPage,
  { typed, problems }: { typed: TypedExit; problems: Partial<Record<ExitField, ExitProblem>> },
  around: Around,
): string {
  const words = EXIT_WORDS[language]
  const texts = EXIT_TEXTS[language]
  const title = words.link[kind]
  const fields = Object.fromEntries(
    FIELDS_OF[kind].map((name) => [name, fieldView(name, { typed, problem: problems[name], language })]),
  )
  const isForCause = typed.type === "for_cause"
  const types = {
    label: words.type,
    options: (["ordinary", "for_cause"] as const).map((value) => ({
      value,
      label: words.types[value],
      isChosen: (value === "for_cause") === isForCause,
    })),
  }
  const view = {
    texts,
    title,
    intro: texts.intro[kind],
    hasProblems: Object.keys(problems).length > 0,
    path,
    query: `?lang=${language}`,
    formKey,
    fields,
    types: kind === "cancel" ? types : null,
  }
  return frame({ language, title, path, body: drawTemplate("@exit-form", view) }, around)
}

function fieldView(
  name: ExitField,
  { typed, problem, language }: { typed: TypedExit; problem: ExitProblem | undefined; language: PageLanguage },
) {
  const texts: ExitTexts = EXIT_TEXTS[language]
  const words = EXIT_WORDS[language]
  const hint = name === "name" ? null : texts.hints[name]
  return {
    label: name === "wished_on" ? words.date : words[name],
    value: typed[name] ?? "",
    hint,
    isOptional: OPTIONAL.includes(name),
    problem: problem && texts.problems[problem],
    describedBy: [hint ? `${name}-hint` : "", problem ? `${name}-problem` : ""].filter(Boolean).join(" "),
  }
}

/** The second step: what will be sent, and the button with the words that the law names. */
export function drawExitCheck(
  { kind, language, path, formKey }: ExitPage,
  { form, typed }: { form: ExitForm; typed: TypedExit },
  around: Around,
): string {
  const texts = EXIT_TEXTS[language]
  const view = {
    texts,
    text: texts.check_text[kind],
    rows: declaredRows({ ...form, kind }, language),
    typed: Object.entries(typed).filter(([, value]) => value !== ""),
    confirm: EXIT_WORDS[language].confirm[kind],
    path,
    query: `?lang=${language}`,
    formKey,
  }
  // Another language would be another form, with nothing in it.
  return frame({ language, title: texts.check, languages: [], body: drawTemplate("@exit-check", view) }, around)
}

/** The page that acknowledges a declaration: when it was received, under which reference, and its PDF. */
export function drawExitDone(
  {
    kind,
    language,
    pdf,
    stamps,
  }: { kind: ExitKind; language: PageLanguage; pdf: string } & Pick<ExitReceipt, "stamps">,
  around: Around,
): string {
  const texts = EXIT_TEXTS[language]
  const title = texts.received[kind]
  return frame({ language, title, body: drawTemplate("@exit-done", { texts, title, pdf, stamps }) }, around)
}
